namespace MathSymbols.Figures;

/// <summary>Writes a table as text in columns of one width.</summary>
internal static class TableText
{
    /// <summary>A title, the columns' names, one line a row; numbers stand to the right.</summary>
    public static string Of(string title, FigureTable table)
    {
        var rows = table.Rows.Select(r => r.Select(FigureHtml.Text).ToArray()).Prepend([.. table.Columns]).ToList();
        var widths = table.Columns.Select((_, i) => rows.Max(r => r[i].Length)).ToArray();
        var left = table.Columns.Select((_, i) => table.Rows.Count == 0 || table.Rows[0][i] is string).ToArray();
        var lines = rows.Select(r => string.Join("  ", r.Select((cell, i) => left[i] ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd()).ToList();
        lines.Insert(1, new string('-', lines.Max(l => l.Length)));
        return string.Join('\n', lines.Prepend(title));
    }
}
