using System.Text;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Scripts and styles that outputs ask to have once a page: <c>data-once="KEY"</c>. A style goes to the head; a script stays where
/// it first stands, so that the scripts below it find what it defines, as they do in a notebook. A script with <c>data-needs="KEY"</c>
/// uses what the script of that key defines: where no output above carries that one, it is taken from those at hand.
/// </summary>
/// <param name="scripts">The scripts at hand, by key.</param>
internal sealed class HoistedParts(IReadOnlyDictionary<string, string> scripts)
{
    internal const string Attribute = "data-once";
    private const string Needs = "data-needs";

    private readonly HashSet<(string Tag, string Key)> _seen = [];
    private readonly StringBuilder _styles = new();

    /// <summary>For the page's head.</summary>
    internal string Styles => _styles.ToString();

    /// <summary>Takes what is not to stand there (again) out of a piece of HTML, and the numbers meant for report.json.</summary>
    internal string Take(string html) => RawElements.Replace(html, element =>
    {
        if (element.Attribute(Reports.ReportValues.Attribute) is not null || IsFormatterStyle(element)) return string.Empty;
        if (element.Attribute(Needs) is { } needed) return Missing(needed) is { } script ? script + html[element.Start..element.End] : null;
        if (element.Attribute(Attribute) is not { } key) return null;
        var isFirst = _seen.Add((element.Tag, key));
        if (element.Tag == "script") return isFirst ? null : string.Empty;
        if (isFirst) _styles.Append(Rebuild(element)).Append('\n');
        return string.Empty;
    });

    private string? Missing(string key) => scripts.TryGetValue(key, out var script) && _seen.Add(("script", key))
        ? $"<script {Attribute}=\"{HtmlText.Escape(key)}\">{script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>"
        : null;

    // The Formatting package repeats its style sheet with each value, and it restyles every table of the page.
    private static bool IsFormatterStyle(RawElement element) =>
        element.Tag == "style" && element.Content.TrimStart().StartsWith(".dni-code-hint", StringComparison.Ordinal);

    private static string Rebuild(RawElement element)
    {
        var attributes = string.Concat(element.Attributes.Select(a => $" {a.Key}=\"{HtmlText.Escape(a.Value)}\""));
        return $"<{element.Tag}{attributes}>{element.Content}</{element.Tag}>";
    }
}
