using System.Globalization;
using AngleSharp.Dom;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Numbers the captions of figures through the page: "Figure 3", or what the figure asks to be called with <c>data-numbered="Table"</c>;
/// with nothing there it has no number.
/// </summary>
internal sealed class FigureNumbers(Anchors anchors)
{
    private const string Usual = "Figure";

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    internal void Number(IElement caption)
    {
        var word = caption.Closest("figure")?.GetAttribute("data-numbered") ?? Usual;
        if (word.Length == 0) return;
        var number = _counts[word] = _counts.GetValueOrDefault(word) + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
        var id = anchors.Add(name);
        var document = caption.Owner!;
        var link = document.CreateElement("a");
        link.ClassName = "nb-figure-number";
        link.Id = id;
        link.SetAttribute("href", $"#{id}");
        link.TextContent = name;
        caption.Prepend(link, document.CreateTextNode(" "));
    }
}
