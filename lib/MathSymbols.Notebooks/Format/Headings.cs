using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MathSymbols.Notebooks.Format;

/// <summary>Headings of markdown cells.</summary>
internal static class Headings
{
    /// <summary>The text of a cell's first heading; null for other cells.</summary>
    internal static string? First(Cell cell) => Find(cell) is { } heading ? Text(heading) : null;

    /// <summary>The level of a cell's first heading.</summary>
    internal static int? FirstLevel(Cell cell) => Find(cell)?.Level;

    internal static string Text(HeadingBlock heading)
    {
        var pieces = heading.Inline?.Descendants().Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => " ",
            _ => string.Empty,
        });
        return string.Concat(pieces ?? []).Trim();
    }

    private static HeadingBlock? Find(Cell cell) =>
        cell.Language == Cell.Markdown ? MarkdownText.Parse(cell.Source)?.Descendants<HeadingBlock>().FirstOrDefault() : null;
}
