using System.Net;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Reports;

/// <summary>A display's text for those who see neither HTML nor pictures; every display of an .ipynb file has one.</summary>
internal static partial class PlainText
{
    internal const string MimeType = "text/plain";
    private const string Html = "text/html";
    private const int Most = 2000;

    internal static IReadOnlyDictionary<string, string> Added(IReadOnlyDictionary<string, string> data)
    {
        if (data.Count == 0 || data.ContainsKey(MimeType)) return data;
        var text = data.TryGetValue(Html, out var html) ? Of(html) : string.Empty;
        return new Dictionary<string, string>(data) { [MimeType] = text.Length > 0 ? text : $"({data.Keys.First()})" };
    }

    /// <summary>The label or alternative text that a figure brings along; otherwise the words.</summary>
    internal static string Of(string html)
    {
        var shown = Comment().Replace(RawElements.Remove(html), string.Empty);
        if (Label().Match(shown) is { Success: true } label) return Decode(label.Groups["text"].Value);
        var lines = Decode(Tag().Replace(CellEnd().Replace(BlockEnd().Replace(shown, "\n"), "\t"), string.Empty)).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
        var text = string.Join('\n', lines);
        if (text.Length > Most) return text[..Most] + "…";
        return text.Length > 0 ? text : Decode(Alternative().Match(shown).Groups["text"].Value);
    }

    private static string Decode(string text) => WebUtility.HtmlDecode(text);

    [GeneratedRegex("<!--.*?(-->|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""\A\s*<[^>]*\saria-label="(?<text>[^"]+)""")]
    private static partial Regex Label();

    [GeneratedRegex("""<img\b[^>]*\salt="(?<text>[^"]+)""")]
    private static partial Regex Alternative();

    [GeneratedRegex(@"<br\b[^>]*>|</(p|div|h\d|li|tr|table|pre|summary|figcaption)\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();

    [GeneratedRegex(@"</t[dh]\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex CellEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
