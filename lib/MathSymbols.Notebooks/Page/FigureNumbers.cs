using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Numbers the captions of figures through the page: "Figure 3", or what the figure asks to be called with <c>data-numbered="Table"</c>;
/// with nothing there it has no number.
/// </summary>
internal sealed partial class FigureNumbers(Anchors anchors)
{
    private const string Usual = "Figure";

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    internal string Number(string html)
    {
        var word = Usual;
        return RawElements.Between(html, text => Tags().Replace(text, tag =>
        {
            if (tag.Groups["figure"].Success)
            {
                var asked = Asked().Match(tag.Value);
                word = asked.Success ? WebUtility.HtmlDecode(asked.Groups["word"].Value) : Usual;
                return tag.Value;
            }
            return word.Length == 0 ? tag.Value : tag.Value + Link(word);
        }));
    }

    private string Link(string word)
    {
        var number = _counts[word] = _counts.GetValueOrDefault(word) + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
        var id = anchors.Add(name);
        return $"<a class=\"nb-figure-number\" id=\"{id}\" href=\"#{id}\">{HtmlText.Escape(name)}</a> ";
    }

    [GeneratedRegex("""<(?:(?<figure>figure)|figcaption)(?=[\s>])(?:[^>"']|"[^"]*"|'[^']*')*>""", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();

    [GeneratedRegex("""\sdata-numbered\s*=\s*(?<quote>["'])(?<word>.*?)\k<quote>""", RegexOptions.IgnoreCase)]
    private static partial Regex Asked();
}
