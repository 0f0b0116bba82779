using AngleSharp.Dom;

namespace MathSymbols.Notebooks.Page;

/// <summary>
/// Makes a piece of HTML from a notebook fit to stand on a page with others: whatever it leaves open is closed within it, what would act
/// on the page as a whole is left out, shared scripts and styles are there once, captions are numbered and pictures are within the page.
/// </summary>
internal sealed class Fragments(HoistedParts hoisted, FigureNumbers figures)
{
    /// <param name="html">The piece.</param>
    /// <param name="folder">Where relative pictures are looked for.</param>
    internal string Render(string html, string folder)
    {
        if (HtmlReader.Read(html) is not { } fragment)
        {
            return HtmlText.Source("This HTML is nested too deeply, or cannot be closed; here is its source.", html);
        }
        foreach (var element in fragment.QuerySelectorAll("*").ToList())
        {
            if (IsForThePage(element)) element.Remove();
            else if (element.LocalName is "script" or "style") hoisted.Take(element);
            else if (element.LocalName == "figcaption") figures.Number(element);
            else if (element.LocalName == "img") Embed(element, folder);
        }
        return HtmlWriter.Write(fragment);
    }

    private static bool IsForThePage(IElement element) => element.NamespaceUri == NamespaceNames.HtmlUri && element.LocalName switch
    {
        "base" or "meta" or "link" or "title" => true,
        "script" => element.GetAttribute("type")?.Trim().ToLowerInvariant() is "speculationrules" or "importmap",
        _ => false,
    };

    private static void Embed(IElement picture, string folder)
    {
        if (picture.GetAttribute("src") is not { Length: > 0 } url || IsWithin(url)) return;
        if (Pictures.Read(url, folder) is { } data)
        {
            picture.SetAttribute("src", data);
            picture.RemoveAttribute("srcset");
            return;
        }
        // What cannot be embedded becomes a link to where it is.
        var text = picture.GetAttribute("alt") is { Length: > 0 } alt ? alt : url;
        var document = picture.Owner!;
        if (picture.Closest("a") is not null)
        {
            picture.Replace(document.CreateTextNode(text));
            return;
        }
        var link = document.CreateElement("a");
        link.SetAttribute("href", url);
        link.TextContent = text;
        picture.Replace(link);
    }

    private static bool IsWithin(string url) =>
        url.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || url.StartsWith("blob:", StringComparison.OrdinalIgnoreCase);
}
