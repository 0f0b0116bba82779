using System.Text;

namespace MathSymbols.Notebooks.Page;

/// <summary>The table of contents, with links to what failed or was slow.</summary>
internal static class ContentsHtml
{
    internal const int Levels = 2;

    internal static string Render(IReadOnlyList<Section> sections)
    {
        var html = new StringBuilder("<ol class=\"nb-toc\">\n");
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            if (section.Level > Levels) continue;
            // Deeper sections have no entry of their own and count to the one above.
            var deeper = sections.Skip(i + 1).TakeWhile(s => s.Level > Levels);
            html.Append($"<li class=\"nb-level-{section.Level}\"><a href=\"#{section.Id}\"><span class=\"nb-number\">{section.Number}</span>")
                .Append($"<span>{HtmlText.Escape(section.Text)}</span></a>{Marks([.. deeper.Prepend(section).SelectMany(s => s.Marks)])}</li>\n");
        }
        return html.Append("</ol>\n").ToString();
    }

    private static string Marks(IReadOnlyList<Mark> marks)
    {
        if (marks.Count == 0) return string.Empty;
        var links = marks.Select(m => $"<a class=\"nb-mark nb-mark-{m.Kind}\" href=\"#{m.Anchor}\">{HtmlText.Escape(m.Text)}</a>");
        return $"<p class=\"nb-marks\">{string.Join(' ', links)}</p>";
    }
}
