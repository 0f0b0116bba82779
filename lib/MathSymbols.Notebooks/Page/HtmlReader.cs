using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace MathSymbols.Notebooks.Page;

/// <summary>Reads a piece of HTML as a browser does, within bounds of depth and size that only a broken or hostile piece exceeds.</summary>
internal static class HtmlReader
{
    // Browsers stop at this depth as well.
    private const int Deepest = 512;
    private const long LeastMemory = 64 << 20;
    private const long MemoryPerCharacter = 400;
    private const string End = "nb-end";

    /// <summary>The nodes; null when the piece is out of bounds, or would take in what stands below it even when written out anew.</summary>
    internal static IDocumentFragment? Read(string html)
    {
        try
        {
            var fragment = Parse(html);
            return Parse($"{HtmlWriter.Write(fragment)}<!--{End}-->").LastChild is IComment { Data: End } ? fragment : null;
        }
        catch (BoundsException)
        {
            return null;
        }
    }

    private static IDocumentFragment Parse(string html)
    {
        IElement? latest = null;
        // Open formatting elements are repeated in each paragraph: a short text can become a huge tree.
        var most = GC.GetAllocatedBytesForCurrentThread() + LeastMemory + MemoryPerCharacter * html.Length;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = true,
            DisableElementPositionTracking = true,
            OnCreated = (element, _) =>
            {
                if (Depth(latest) > Deepest) throw new BoundsException();
                latest = element;
            },
            OnToken = (_, _) =>
            {
                if (GC.GetAllocatedBytesForCurrentThread() > most) throw new BoundsException();
            },
        });
        var document = parser.ParseDocument(string.Empty);
        var fragment = document.CreateDocumentFragment();
        foreach (var node in parser.ParseFragment(html, document.Body!).ToArray()) fragment.AppendChild(node);
        return fragment;
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent) depth++;
        return depth;
    }

    private sealed class BoundsException : Exception;
}
