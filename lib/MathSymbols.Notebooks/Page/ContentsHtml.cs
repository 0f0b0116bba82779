using System.Text;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>The table of contents, with what failed or was slow marked.</summary>
internal static class ContentsHtml
{
    internal const double SlowSeconds = 10;
    internal const int Levels = 2;

    internal static string Render(IReadOnlyList<Section> sections)
    {
        var html = new StringBuilder("<ol class=\"nb-toc\">\n");
        var cells = new List<CellRun>();
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            if (section.Level > Levels) continue;
            // Deeper sections have no entry of their own and count to the one above.
            cells.Clear();
            cells.AddRange(section.Cells);
            for (var j = i + 1; j < sections.Count && sections[j].Level > Levels; j++) cells.AddRange(sections[j].Cells);
            html.Append($"<li class=\"nb-level-{section.Level}\"><a href=\"#{section.Id}\"><span class=\"nb-number\">{section.Number}</span>")
                .Append($"<span>{HtmlText.Escape(section.Text)}{Marks(cells)}</span></a></li>\n");
        }
        return html.Append("</ol>\n").ToString();
    }

    private static string Marks(List<CellRun> cells)
    {
        var marks = string.Empty;
        if (cells.Exists(c => c.Status == CellStatus.Failed)) marks += " <span class=\"nb-mark nb-mark-failed\">failed</span>";
        var slow = cells.Where(c => c.Seconds > SlowSeconds).Sum(c => c.Seconds);
        if (slow > 0) marks += $" <span class=\"nb-mark nb-mark-slow\">{Wording.Duration(slow)}</span>";
        return marks;
    }
}
