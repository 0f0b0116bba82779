using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace MathSymbols.Figures;

/// <summary>Writes what every figure's HTML has: caption, content, the numbers, the script for report.json.</summary>
internal static class FigureHtml
{
    private static readonly Lazy<string> StyleElement = new(() => $"<style data-once=\"mathsymbols-figures\">{Resource.Text("figures.css")}</style>");

    /// <summary>The one style element for all figures; a page that merges them keeps the first.</summary>
    public static string Style => StyleElement.Value;

    /// <summary>A figure around its content, which is HTML already, with its numbers folded below it.</summary>
    public static string Page(Figure figure, string content) => Frame(
        figure.AltText, Caption(figure.Title, figure.Note), $"{content}<details class=\"ms-numbers\"><summary>Numbers</summary><div class=\"ms-scroll\">{Table(figure.Table)}</div></details>", figure.Name, figure.Report, numbered: "Figure");

    /// <summary>What everything that is shown by itself has: the style, a figure with a label, a caption, and the script for report.json.</summary>
    /// <param name="label">What it shows, for those who do not see it.</param>
    /// <param name="caption">A <see cref="Caption"/>, or nothing.</param>
    /// <param name="content">HTML already.</param>
    /// <param name="name">The name in report.json.</param>
    /// <param name="report">The values there.</param>
    /// <param name="more">A class besides ms-figure.</param>
    /// <param name="numbered">As what a page that numbers captions counts it; empty for not at all.</param>
    public static string Frame(string label, string caption, string content, string name, JsonObject report, string? more = null, string numbered = "Table") =>
        $"{Style}<figure class=\"ms-figure{(more is null ? "" : " " + more)}\" data-numbered=\"{numbered}\" aria-label=\"{Encode(label)}\">{caption}{content}{Report(name, report)}</figure>";

    /// <summary>Title and note.</summary>
    public static string Caption(string title, string? note) =>
        $"<figcaption>{Encode(title)}{(string.IsNullOrEmpty(note) ? "" : $" <span class=\"ms-note\">{Encode(note)}</span>")}</figcaption>";

    /// <summary>The script element from which the report runner takes a figure's numbers.</summary>
    public static string Report(string name, JsonObject values) =>
        $"<script type=\"application/json\" data-report=\"{Encode(name)}\">{InScript(values.ToJsonString())}</script>";

    /// <summary>Text for HTML, attributes included.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>JSON for a script element: with no <c>&lt;</c> it cannot end the element.</summary>
    public static string InScript(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    /// <summary>An image as a data URI.</summary>
    public static string DataUri(ReadOnlySpan<byte> png) => "data:image/png;base64," + Convert.ToBase64String(png);

    /// <summary>An id that no other figure has, also when several notebooks meet in one page.</summary>
    public static string NewId() => "ms-" + Guid.NewGuid().ToString("N")[..16];

    /// <summary>A table value for people: thousands grouped, six significant digits.</summary>
    public static string Text(object value) => value switch
    {
        long or int => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture),
        double d => d.ToString("G6", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A table element; columns of text stand to the left.</summary>
    public static StringBuilder Table(FigureTable table)
    {
        var html = new StringBuilder("<table><thead><tr>");
        foreach (var (column, i) in table.Columns.Select((c, i) => (c, i)))
            html.Append(table.Rows.Count > 0 && table.Rows[0][i] is string ? "<th class=\"ms-text\">" : "<th>").Append(Encode(column)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var value in row)
                html.Append(value is string ? "<td class=\"ms-text\">" : "<td>").Append(Encode(Text(value))).Append("</td>");
            html.Append("</tr>");
        }

        return html.Append("</tbody></table>");
    }
}
