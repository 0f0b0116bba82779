using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MathSymbols.Notebooks.Format;

namespace MathSymbols.Notebooks.Page;

/// <summary>Markdown cells as HTML: headings numbered and one level down, pictures within the page.</summary>
internal sealed class MarkdownHtml(SectionList sections)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().Build();

    /// <param name="markdown">The cell's text.</param>
    /// <param name="folder">Where relative pictures are looked for.</param>
    internal string Render(string markdown, string folder)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) Number(heading);
        foreach (var picture in document.Descendants<LinkInline>().Where(l => l.IsImage).ToList()) Pictures.Embed(picture, folder);

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTables());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ColouredCode());
        renderer.Render(document);
        return writer.ToString();
    }

    private void Number(HeadingBlock heading)
    {
        var section = sections.Add(heading.Level, Headings.Text(heading));
        heading.GetAttributes().Id = section.Id;
        heading.Level = Math.Min(heading.Level + 1, SectionList.Deepest);
        if (heading.Inline?.FirstChild is LiteralInline literal && OwnNumber.Find(literal.Content.ToString()) is { } own)
        {
            literal.Content.Start += own.Length;
        }
        var number = new HtmlInline(section.NumberHtml + " ");
        if (heading.Inline?.FirstChild is { } first) first.InsertBefore(number);
    }
}
