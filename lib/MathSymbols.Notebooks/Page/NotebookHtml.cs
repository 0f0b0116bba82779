using System.Text;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>One notebook as HTML.</summary>
internal sealed class NotebookHtml(SectionList sections, HoistedParts hoisted)
{
    private readonly MarkdownHtml _markdown = new(sections);
    private readonly OutputHtml _outputs = new(hoisted);

    internal string Render(NotebookRun run)
    {
        var html = new StringBuilder("<section class=\"nb-notebook\">\n");
        if (!StartsWithTitle(run)) html.Append(OwnHeading(run.Title));
        if (run.Error is { Kind: "format" } error) html.Append(OutputHtml.Error(null, error));
        var folder = Path.GetDirectoryName(run.Path)!;
        var skippedSaid = false;
        foreach (var cell in run.Cells)
        {
            if (cell.Cell.Language == Cell.Markdown)
            {
                html.Append("<div class=\"nb-prose\">").Append(hoisted.Take(_markdown.Render(cell.Cell.Source, folder))).Append("</div>\n");
                if (cell.Error is not null) html.Append(OutputHtml.Error(cell, cell.Error));
                continue;
            }
            sections.Latest?.Cells.Add(cell);
            html.Append(CodeCell(cell, ref skippedSaid));
        }
        if (run.Error is { Kind: not "format" } end) html.Append(OutputHtml.Error(null, end));
        return html.Append($"<p class=\"nb-note\">{HtmlText.Escape(run.Name)}.dib · {HtmlText.Escape(Wording.Result(run))}</p>\n</section>\n").ToString();
    }

    private string CodeCell(CellRun cell, ref bool skippedSaid)
    {
        var html = new StringBuilder("<div class=\"nb-cell\">\n");
        if (cell.Cell.Language != Cell.Html) html.Append(Code(cell));
        foreach (var output in cell.Outputs) html.Append(_outputs.Render(cell, output));
        if (cell.Error is { } error) html.Append(OutputHtml.Error(cell, error));
        if (cell.Status == CellStatus.Skipped && !skippedSaid)
        {
            html.Append("<p class=\"nb-skipped\">Not run from here on.</p>\n");
            skippedSaid = true;
        }
        return html.Append("</div>\n").ToString();
    }

    private static string Code(CellRun cell)
    {
        var source = cell.Cell.Source;
        var time = cell.Seconds >= 1 ? $" · {Wording.Duration(cell.Seconds)}" : string.Empty;
        var code = cell.Cell.Language == Cell.CSharp ? CodeColours.ToHtml(source) : HtmlText.Escape(source);
        return $"<details class=\"nb-code\"><summary>Code · {Wording.Count(source.Count(c => c == '\n') + 1, "line")}{time}</summary>"
            + $"<pre class=\"nb-scroll\" data-label=\"Code of cell {cell.Number}\"><code>{code}</code></pre></details>\n";
    }

    private static bool StartsWithTitle(NotebookRun run)
    {
        var first = run.Cells.FirstOrDefault(c => c.Heading is not null);
        return first is not null && Headings.FirstLevel(first.Cell) == 1;
    }

    private string OwnHeading(string title)
    {
        var section = sections.Add(1, title);
        return $"<div class=\"nb-prose\"><h2 id=\"{section.Id}\"><span class=\"nb-number\">{section.Number}</span> {HtmlText.Escape(title)}</h2></div>\n";
    }
}
