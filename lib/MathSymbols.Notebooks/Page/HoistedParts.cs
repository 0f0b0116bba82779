using System.Text;
using AngleSharp.Dom;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Scripts and styles that outputs ask to have once a page: <c>data-once="KEY"</c>. A style goes to the head; a script stays where
/// it first stands, so that the scripts below it find what it defines, as they do in a notebook. A script with <c>data-needs="KEY"</c>
/// uses what the script of that key defines: where no output above carries that one, it is taken from those at hand. Those come
/// before what an output itself carries by their key.
/// </summary>
/// <param name="scripts">The scripts at hand, by key.</param>
internal sealed class HoistedParts(IReadOnlyDictionary<string, string> scripts)
{
    private const string Attribute = "data-once";
    private const string Needs = "data-needs";

    private readonly HashSet<(string Tag, string Key)> _seen = [];
    private readonly StringBuilder _styles = new();

    /// <summary>For the page's head.</summary>
    internal string Styles => _styles.ToString();

    /// <summary>Takes a script or style out of its place where it is not to stand there (again), or is meant for report.json.</summary>
    internal void Take(IElement element)
    {
        var key = element.GetAttribute(Attribute);
        if (element.HasAttribute(Reports.ReportValues.Attribute) || IsFormatterStyle(element)) element.Remove();
        else if (element.GetAttribute(Needs) is { } needed) Supply(element, needed);
        else if (key is not null && element.LocalName == "script") Once(element, key);
        else if (key is not null) Hoist(element, key);
    }

    private void Supply(IElement element, string key)
    {
        if (!scripts.ContainsKey(key) || !_seen.Add(("script", key))) return;
        element.Before(AtHand(element, key));
    }

    private void Once(IElement element, string key)
    {
        if (!_seen.Add(("script", key))) element.Remove();
        else if (scripts.ContainsKey(key)) element.Replace(AtHand(element, key));
    }

    private void Hoist(IElement element, string key)
    {
        element.Remove();
        if (!_seen.Add(("style", key))) return;
        var attributes = string.Concat(element.Attributes.Select(a => $" {a.Name}=\"{HtmlText.Escape(a.Value)}\""));
        _styles.Append($"<style{attributes}>{Unclosed(element.TextContent, "style")}</style>\n");
    }

    private IElement AtHand(IElement element, string key)
    {
        var script = element.Owner!.CreateElement(element.NamespaceUri!, "script");
        script.SetAttribute(Attribute, key);
        script.TextContent = Unclosed(scripts[key], "script");
        return script;
    }

    private static string Unclosed(string text, string tag) => text.Replace($"</{tag}", $"<\\/{tag}", StringComparison.OrdinalIgnoreCase);

    // The Formatting package repeats its style sheet with each value, and it restyles every table of the page.
    private static bool IsFormatterStyle(IElement element) =>
        element.LocalName == "style" && element.TextContent.TrimStart().StartsWith(".dni-code-hint", StringComparison.Ordinal);
}
