using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Reports;

/// <summary>A run as a notebook with outputs, for editors and for sites that show notebooks.</summary>
internal static class RunIpynb
{
    internal static IpynbNotebook Of(NotebookRun run)
    {
        var count = 0;
        var cells = run.Cells.Select(c => Of(c, c.Status == CellStatus.Skipped || IsText(c) ? null : ++count)).ToList();
        // What went wrong after the last cell stands below it.
        if (run.Error is { } error && cells.FindLastIndex(c => c.ExecutionCount is not null) is >= 0 and var last)
        {
            cells[last] = cells[last] with { Outputs = [.. cells[last].Outputs, ErrorOutput.Write(null, error)] };
        }
        return new IpynbNotebook(run.Notebook, cells);
    }

    private static IpynbCell Of(CellRun cell, int? count)
    {
        if (IsText(cell)) return new IpynbCell(cell.Cell, null, []);
        var outputs = cell.Outputs.Select(Of).OfType<IpynbOutput>().ToList();
        if (cell.Error is { } error) outputs.Add(ErrorOutput.Write(cell, error));
        return new IpynbCell(cell.Cell, count, outputs, count is null ? null : cell.Seconds);
    }

    private static IpynbOutput? Of(CellOutput output) => output switch
    {
        TextOutput text => new IpynbStream(text.Origin != TextOrigin.Output, text.Text),
        DisplayOutput { Data.Count: > 0 } display => new IpynbDisplay(PlainText.Added(display.Data)),
        _ => null,
    };

    private static bool IsText(CellRun cell) => cell.Cell.Language is Cell.Markdown or Cell.Raw;
}
