using System.Globalization;

namespace MathSymbols.Ledger;

/// <summary>One figure that the original report states.</summary>
/// <param name="Id">Names it: data/images; or, in a table of its own, table/row/column: vgg19-classes/add/recall.</param>
/// <param name="Section">The report's section, and what of it.</param>
/// <param name="What">What the figure is of.</param>
/// <param name="Value">The figure, exactly as it is printed there.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Decimals">Decimals printed, of a number that was rounded; null for others.</param>
/// <param name="Source">What it is compared with.</param>
public sealed record ReportFigure(string Id, string Section, string What, string Value, FigureKind Kind, int? Decimals, FigureSource Source)
{
    /// <summary>The number, where it is one that was rounded.</summary>
    public PrintedNumber? Number { get; } = Decimals is { } decimals ? PrintedNumber.Parse(Value, decimals) : null;

    /// <summary>Table, row and column of a figure that stands in a table of its own; null for others.</summary>
    public (string Table, string Row, string Column)? Place => Id.Split('/') is [var table, var row, var column] ? (table, row, column) : null;

    /// <summary>The figure for people: thousands grouped.</summary>
    public string Text => Kind == FigureKind.Count ? long.Parse(Value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture) : Value;
}
