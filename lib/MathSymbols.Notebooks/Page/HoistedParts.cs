using System.Text;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Scripts and styles that outputs ask to have once a page: <c>data-once="KEY"</c>. A style goes to the head; a script stays where
/// it first stands, so that the scripts below it find what it defines, as they do in a notebook.
/// </summary>
internal sealed class HoistedParts
{
    internal const string Attribute = "data-once";

    private readonly HashSet<(string Tag, string Key)> _seen = [];
    private readonly StringBuilder _styles = new();

    /// <summary>For the page's head.</summary>
    internal string Styles => _styles.ToString();

    /// <summary>Takes what is not to stand there (again) out of a piece of HTML, and the numbers meant for report.json.</summary>
    internal string Take(string html) => RawElements.Remove(html, element =>
    {
        if (element.Attribute(Reports.ReportValues.Attribute) is not null || IsFormatterStyle(element)) return true;
        if (element.Attribute(Attribute) is not { } key) return false;
        var isFirst = _seen.Add((element.Tag, key));
        if (element.Tag == "script") return !isFirst;
        if (isFirst) _styles.Append(Rebuild(element)).Append('\n');
        return true;
    });

    // The Formatting package repeats its style sheet with each value, and it restyles every table of the page.
    private static bool IsFormatterStyle(RawElement element) =>
        element.Tag == "style" && element.Content.TrimStart().StartsWith(".dni-code-hint", StringComparison.Ordinal);

    private static string Rebuild(RawElement element)
    {
        var attributes = string.Concat(element.Attributes.Select(a => $" {a.Key}=\"{HtmlText.Escape(a.Value)}\""));
        return $"<{element.Tag}{attributes}>{element.Content}</{element.Tag}>";
    }
}
