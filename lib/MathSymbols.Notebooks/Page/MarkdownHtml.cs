using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Page;

/// <summary>Markdown of cells and outputs as HTML: headings one level down, a cell's numbered; pictures within the page.</summary>
internal sealed class MarkdownHtml(SectionList sections)
{
    /// <param name="markdown">The text.</param>
    /// <param name="folder">Where relative pictures are looked for.</param>
    /// <param name="inContents">Whether its headings are sections of the page.</param>
    internal string Render(string markdown, string folder, bool inContents)
    {
        if (MarkdownText.Parse(markdown) is not { } document)
        {
            return HtmlText.Source("This Markdown is nested too deeply to be shown as such; here is its source.", markdown);
        }
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (inContents) Number(heading);
            heading.Level = Math.Min(heading.Level + 1, SectionList.Deepest);
        }
        foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList()) Pictures.Embed(picture, folder);

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        MarkdownText.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTables());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ColouredCode());
        renderer.Render(document);
        return writer.ToString();
    }

    private void Number(HeadingBlock heading)
    {
        var section = sections.Add(heading.Level, Headings.Text(heading));
        heading.GetAttributes().Id = section.Id;
        if (heading.Inline?.FirstChild is LiteralInline literal && OwnNumber.Find(literal.Content.ToString()) is { } own)
        {
            literal.Content.Start += own.Length;
        }
        var number = new HtmlInline(section.NumberHtml + " ");
        if (heading.Inline?.FirstChild is { } first) first.InsertBefore(number);
    }
}
