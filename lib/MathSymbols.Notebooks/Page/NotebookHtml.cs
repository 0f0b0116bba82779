using System.Text;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>Notebooks as HTML, one after another.</summary>
internal sealed class NotebookHtml(SectionList sections, HoistedParts hoisted, Anchors anchors)
{
    private readonly CellHtml _cells = new(new MarkdownHtml(sections), new Fragments(hoisted, new FigureNumbers(anchors)));
    private readonly Dictionary<NotebookRun, string> _failures = [];

    /// <summary>Where on the page each notebook that failed did so first.</summary>
    internal IReadOnlyDictionary<NotebookRun, string> Failures => _failures;

    internal string Render(NotebookRun run)
    {
        sections.BeginNotebook();
        var html = new StringBuilder("<section class=\"nb-notebook\">\n");
        if (!StartsWithTitle(run)) html.Append(OwnHeading(run.Title));
        if (run.Error is { Kind: "format" } error) html.Append(Error(run, error));
        var folder = Path.GetDirectoryName(run.Path)!;
        var skippedSaid = false;
        foreach (var cell in run.Cells)
        {
            var anchor = anchors.Add($"{run.Name} cell {cell.Number}");
            var isProse = cell.Cell.Language == Cell.Markdown;
            html.Append($"<div class=\"{(isProse ? "nb-prose" : "nb-cell")}\" id=\"{anchor}\">\n");
            _cells.Write(html, cell, folder);
            if (cell.Status == CellStatus.Skipped && !isProse && !skippedSaid)
            {
                // A saved notebook's cells were run in any order, or not at all.
                html.Append($"<p class=\"nb-skipped\">{(run.IsSaved ? "Not run." : "Not run from here on.")}</p>\n");
                skippedSaid = !run.IsSaved;
            }
            html.Append("</div>\n");
            if (cell.Status == CellStatus.Failed) Fail(run, $"cell {cell.Number} failed", anchor);
            if (Mark.Slow(cell, anchor) is { } slow) sections.Add(slow);
        }
        if (run.Error is { Kind: not "format" } end) html.Append(Error(run, end));
        return html.Append($"<p class=\"nb-note\">{HtmlText.Escape(Path.GetFileName(run.Path))} · {HtmlText.Escape(Wording.Result(run))}</p>\n</section>\n").ToString();
    }

    // An error outside any cell.
    private string Error(NotebookRun run, CellError error)
    {
        var anchor = anchors.Add($"{run.Name} error");
        Fail(run, "failed", anchor);
        return OutputHtml.Error(null, error, anchor);
    }

    private void Fail(NotebookRun run, string text, string anchor)
    {
        sections.Add(Mark.Failed(text, anchor));
        _failures.TryAdd(run, anchor);
    }

    private static bool StartsWithTitle(NotebookRun run)
    {
        var first = run.Cells.FirstOrDefault(c => c.Heading is not null);
        return first is not null && Headings.FirstLevel(first.Cell) == 1;
    }

    private string OwnHeading(string title)
    {
        var section = sections.Add(1, title);
        return $"<div class=\"nb-prose\"><h2 id=\"{section.Id}\">{section.NumberHtml} {HtmlText.Escape(title)}</h2></div>\n";
    }
}
