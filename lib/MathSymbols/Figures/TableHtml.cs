using System.Text.Json.Nodes;

namespace MathSymbols.Figures;

/// <summary>Writes a table that is shown by itself: caption, a table that scrolls, perhaps a line below, the script for report.json.</summary>
internal static class TableHtml
{
    /// <summary>The table as an HTML fragment.</summary>
    public static string Page(string title, string? note, string name, FigureTable table, JsonObject report, string? below = null) => FigureHtml.Frame(
        title, FigureHtml.Caption(title, note), $"<div class=\"ms-scroll\">{FigureHtml.Table(table)}</div>{(below is null ? "" : $"<p>{FigureHtml.Encode(below)}</p>")}", name, report);
}
