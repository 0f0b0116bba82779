using System.Text;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>A cell as HTML: its text, or its code with what it put out and how it failed.</summary>
internal sealed class CellHtml(MarkdownHtml markdown, Fragments fragments)
{
    private readonly OutputHtml _outputs = new(fragments, markdown);

    /// <param name="html">Where it is written to.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="folder">Where relative pictures are looked for.</param>
    internal void Write(StringBuilder html, CellRun cell, string folder)
    {
        var source = cell.Cell.Source;
        if (cell.Cell.Language == Cell.Markdown)
        {
            html.Append(Guarded(cell, () => fragments.Render(markdown.Render(source, folder, inContents: true), folder)));
        }
        else
        {
            if (cell.Cell.Language is not (Cell.Html or Cell.Raw)) html.Append(Guarded(cell, () => Code(cell)));
            foreach (var output in cell.Outputs) html.Append(Guarded(cell, () => _outputs.Render(cell, output, folder)));
        }
        if (cell.Error is { } error) html.Append(Guarded(cell, () => OutputHtml.Error(cell, error)));
    }

    // One piece that cannot be shown does not take the page with it.
    private static string Guarded(CellRun cell, Func<string> render)
    {
        try
        {
            return render();
        }
        catch (Exception e)
        {
            return OutputHtml.Error(cell, new CellError("page", $"{e.GetType().Name}: {e.Message}"));
        }
    }

    private static string Code(CellRun cell)
    {
        var source = cell.Cell.Source;
        var time = cell.Seconds >= 1 ? $" · {Wording.Duration(cell.Seconds)}" : string.Empty;
        var code = cell.Cell.Language == Cell.CSharp ? CodeColours.ToHtml(source) : HtmlText.Escape(source);
        return $"<details class=\"nb-code\"><summary>Code · {Wording.Count(source.Count(c => c == '\n') + 1, "line")}{time}</summary>"
            + $"<pre class=\"nb-scroll\" data-label=\"Code of cell {cell.Number}\"><code>{code}</code></pre></details>\n";
    }
}
