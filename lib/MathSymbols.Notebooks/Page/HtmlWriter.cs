using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace MathSymbols.Notebooks.Page;

/// <summary>Writes nodes as HTML: every element closed, scripts and styles letter by letter, comments left out.</summary>
internal static class HtmlWriter
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    };

    private static readonly HashSet<string> Raw = new(StringComparer.Ordinal) { "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext" };

    internal static string Write(IDocumentFragment fragment)
    {
        var html = new StringBuilder();
        // Going from sibling to sibling would search the parent each time.
        var open = new Stack<(IElement? Element, INodeList Children, int Next)>();
        open.Push((null, fragment.ChildNodes, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Children.Length)
            {
                if (at.Element is not null) html.Append("</").Append(Name(at.Element)).Append('>');
                continue;
            }
            open.Push(at with { Next = at.Next + 1 });
            switch (at.Children[at.Next])
            {
                case IText text:
                    html.Append(IsOneOf(Raw, at.Element) ? text.Data : Escape(text.Data));
                    break;
                case IElement element:
                    var children = element is IHtmlTemplateElement template ? template.Content.ChildNodes : element.ChildNodes;
                    Start(html, element, children);
                    if (!IsOneOf(Void, element)) open.Push((element, children, 0));
                    break;
            }
        }
        return html.ToString();
    }

    private static void Start(StringBuilder html, IElement element, INodeList children)
    {
        html.Append('<').Append(Name(element));
        foreach (var attribute in element.Attributes)
        {
            html.Append(' ').Append(attribute.Name).Append("=\"").Append(Escape(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }
        html.Append('>');
        // The first line break here is not part of the text.
        if (element.LocalName is "pre" or "textarea" or "listing" && children.Length > 0 && children[0] is IText { Data: ['\n', ..] }) html.Append('\n');
    }

    private static string Name(IElement element) => element.Prefix is { Length: > 0 } prefix ? $"{prefix}:{element.LocalName}" : element.LocalName;

    private static bool IsOneOf(HashSet<string> names, IElement? element) =>
        element is not null && element.NamespaceUri == NamespaceNames.HtmlUri && names.Contains(element.LocalName);

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);
}
