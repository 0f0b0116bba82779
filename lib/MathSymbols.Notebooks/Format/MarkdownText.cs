using Markdig;
using Markdig.Syntax;

namespace MathSymbols.Notebooks.Format;

/// <summary>Reads Markdown, the same way wherever it stands.</summary>
internal static class MarkdownText
{
    internal static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().Build();

    /// <summary>Null for text that is nested too deeply to be read.</summary>
    internal static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
