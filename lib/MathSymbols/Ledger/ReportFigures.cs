using System.Globalization;

namespace MathSymbols.Ledger;

/// <summary>All figures of the original report, from the file report-figures.tsv in this assembly.</summary>
public static class ReportFigures
{
    private const int Columns = 7;

    private static readonly Lazy<IReadOnlyList<ReportFigure>> Read = new(() => [.. LedgerResource.Rows("report-figures.tsv", Columns).Select(Parse)]);

    /// <summary>The figures in the report's order, what was printed as a table after the rest.</summary>
    public static IReadOnlyList<ReportFigure> All => Read.Value;

    private static ReportFigure Parse(string[] row) => new(
        row[0], row[1], row[2], row[3], Enum.Parse<FigureKind>(row[4], ignoreCase: true),
        row[5].Length > 0 ? int.Parse(row[5], CultureInfo.InvariantCulture) : null, Enum.Parse<FigureSource>(row[6], ignoreCase: true));
}
