using System.Net;

namespace MathSymbols.Notebooks.Reports;

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
                var close = html.IndexOf("-->", at + 2, StringComparison.Ordinal);
                if (close < 0) yield break;
                at = close + 3;
                continue;
            }
            var tag = TagAt(html, at);
            if (tag is null)
            {
                at++;
                continue;
            }
            // A tag that does not end takes the rest with it.
            if (Read(html, at, tag) is not { } element) yield break;
            yield return element;
            at = element.End;
        }
    }

    /// <summary>The HTML without these elements.</summary>
    internal static string Remove(string html)
    {
        var kept = new System.Text.StringBuilder(html.Length);
        var from = 0;
        foreach (var element in Find(html))
        {
            kept.Append(html, from, element.Start - from);
            from = element.End;
        }
        return from == 0 ? html : kept.Append(html, from, html.Length - from).ToString();
    }

    private static string? TagAt(string html, int start) =>
        Array.Find(Tags, t => StartsWith(html, start + 1, t) && EndsName(html, start + 1 + t.Length));

    private static RawElement? Read(string html, int start, string tag)
    {
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
