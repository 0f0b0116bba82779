using System.Text;
using System.Text.Json.Nodes;

namespace MathSymbols.Figures;

/// <summary>Writes a table that is shown by itself: caption, a table that scrolls, perhaps a line below, the script for report.json.</summary>
internal static class TableHtml
{
    /// <summary>The table as an HTML fragment.</summary>
    public static string Page(string title, string? note, string name, FigureTable table, JsonObject report, string? below = null) => new StringBuilder(FigureHtml.Style)
        .Append("<figure class=\"ms-figure\" role=\"group\" aria-label=\"").Append(FigureHtml.Encode(title)).Append("\">")
        .Append(FigureHtml.Caption(title, note))
        .Append("<div class=\"ms-scroll\">").Append(FigureHtml.Table(table)).Append("</div>")
        .Append(below is null ? "" : $"<p>{FigureHtml.Encode(below)}</p>")
        .Append(FigureHtml.Report(name, report))
        .Append("</figure>")
        .ToString();
}
