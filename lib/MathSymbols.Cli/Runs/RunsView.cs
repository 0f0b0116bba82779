using MathSymbols.Figures;
using MathSymbols.Runs;
using MathSymbols.Storage;
using Spectre.Console;

namespace MathSymbols.Cli.Runs;

/// <summary>Runs side by side on a terminal.</summary>
internal static class RunsView
{
    // Below this the columns would break inside words.
    private const int WideEnough = 170;

    /// <summary>One row a run; on a narrow terminal one block of lines a run.</summary>
    public static Table Table(IReadOnlyList<StoredRun> runs, int width)
    {
        var source = new RunTable(runs).Table;
        var table = new Table().Border(TableBorder.Simple);
        var wide = width >= WideEnough;
        if (!wide) table.HideHeaders();
        foreach (var column in wide ? source.Columns : ["Run"]) table.AddColumn(Markup.Escape(column));
        foreach (var row in source.Rows)
        {
            var cells = row.Select(c => Printable.Of(c.ToString() ?? "")).ToArray();
            table.AddRow(wide ? [.. cells.Select(c => new Text(c))] : (Text[])[new Text($"{cells[0]} ({cells[1]})\n{Lines(source.Columns, cells)}\n")]);
        }

        return table;
    }

    private static string Lines(IReadOnlyList<string> columns, string[] cells) =>
        string.Join('\n', columns.Zip(cells).Skip(2).Where(p => p.Second.Length > 0).Select(p => $"  {p.First}: {p.Second}"));
}
