using System.Net;

namespace MathSymbols.Notebooks.Page;

/// <summary>Finds script and style elements the way a browser does: their content ends at the first closing tag, whatever it holds.</summary>
internal static class RawElements
{
    private static readonly string[] Tags = ["script", "style"];

    internal static IEnumerable<RawElement> Find(string html)
    {
        var at = 0;
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            if (StartsWith(html, at, "<!--"))
            {
                var close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (close < 0) yield break;
                at = close + 3;
                continue;
            }
            var element = Read(html, at);
            if (element is not null) yield return element;
            at = element?.End ?? at + 1;
        }
    }

    /// <summary>The HTML without the elements for which <paramref name="take"/> answers true.</summary>
    internal static string Remove(string html, Func<RawElement, bool> take) => Replace(html, e => take(e) ? string.Empty : null);

    /// <summary>The HTML with other text for the elements to which <paramref name="replace"/> gives one.</summary>
    internal static string Replace(string html, Func<RawElement, string?> replace)
    {
        var kept = new System.Text.StringBuilder(html.Length);
        var from = 0;
        foreach (var element in Find(html))
        {
            if (replace(element) is not { } text) continue;
            kept.Append(html, from, element.Start - from).Append(text);
            from = element.End;
        }
        return from == 0 ? html : kept.Append(html, from, html.Length - from).ToString();
    }

    /// <summary>The HTML with what stands between the elements changed.</summary>
    internal static string Between(string html, Func<string, string> change)
    {
        var changed = new System.Text.StringBuilder(html.Length);
        var from = 0;
        foreach (var element in Find(html))
        {
            changed.Append(change(html[from..element.Start])).Append(html, element.Start, element.End - element.Start);
            from = element.End;
        }
        return changed.Append(change(html[from..])).ToString();
    }

    private static RawElement? Read(string html, int start)
    {
        var tag = Array.Find(Tags, t => StartsWith(html, start + 1, t) && EndsName(html, start + 1 + t.Length));
        if (tag is null) return null;
        var at = start + 1 + tag.Length;
        var attributes = ReadAttributes(html, ref at);
        if (attributes is null) return null;
        var close = at;
        do
        {
            close = html.IndexOf("</" + tag, close, StringComparison.OrdinalIgnoreCase);
            if (close < 0) return new RawElement(tag, attributes, html[at..], start, html.Length);
            if (EndsName(html, close + 2 + tag.Length)) break;
            close++;
        }
        while (true);
        var end = html.IndexOf('>', close);
        return new RawElement(tag, attributes, html[at..close], start, end < 0 ? html.Length : end + 1);
    }

    private static Dictionary<string, string>? ReadAttributes(string html, ref int at)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (at < html.Length)
        {
            if (html[at] == '>')
            {
                at++;
                return attributes;
            }
            if (char.IsWhiteSpace(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }
            var name = ReadUntil(html, ref at, static c => char.IsWhiteSpace(c) || c is '=' or '>' or '/');
            SkipSpace(html, ref at);
            var value = string.Empty;
            if (at < html.Length && html[at] == '=')
            {
                at++;
                SkipSpace(html, ref at);
                value = ReadValue(html, ref at);
            }
            else if (name.Length == 0)
            {
                at++;
            }
            attributes.TryAdd(name.ToLowerInvariant(), WebUtility.HtmlDecode(value));
        }
        return null;
    }

    private static string ReadValue(string html, ref int at)
    {
        if (at >= html.Length || html[at] is not ('"' or '\'')) return ReadUntil(html, ref at, static c => char.IsWhiteSpace(c) || c == '>');
        var quote = html[at++];
        var value = ReadUntil(html, ref at, c => c == quote);
        if (at < html.Length) at++;
        return value;
    }

    private static string ReadUntil(string html, ref int at, Func<char, bool> stop)
    {
        var from = at;
        while (at < html.Length && !stop(html[at])) at++;
        return html[from..at];
    }

    private static void SkipSpace(string html, ref int at)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at])) at++;
    }

    private static bool StartsWith(string html, int at, string text) =>
        string.Compare(html, at, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool EndsName(string html, int at) =>
        at >= html.Length || char.IsWhiteSpace(html[at]) || html[at] is '>' or '/';
}
