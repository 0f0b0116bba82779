using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Format.Ipynb;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Reports;

/// <summary>What came of a notebook that somebody ran and saved.</summary>
internal static class SavedRun
{
    internal static NotebookRun Read(string path, IpynbNotebook saved)
    {
        var run = new NotebookRun(path, saved.Notebook) { IsSaved = true };
        // Some editors save no counts; a cell without outputs then says nothing.
        var isCounted = saved.Cells.Any(c => c.ExecutionCount is not null) || saved.Cells.All(c => c.Outputs.Count == 0);
        foreach (var (cell, from) in run.Cells.Zip(saved.Cells)) Fill(cell, from, isCounted);
        var code = run.Cells.Where(c => c.Cell.Language is not (Cell.Markdown or Cell.Raw)).ToList();
        run.Seconds = run.Cells.Sum(c => c.Seconds);
        run.Status = run.Failed > 0 ? NotebookStatus.Failed
            : code.Count == 0 || code.Exists(c => c.Status == CellStatus.Ok) ? NotebookStatus.Ok
            : NotebookStatus.NotRun;
        return run;
    }

    private static void Fill(CellRun cell, IpynbCell from, bool isCounted)
    {
        if (from.Cell.Language is Cell.Markdown) return;
        foreach (var output in from.Outputs)
        {
            switch (output)
            {
                case IpynbStream stream:
                    cell.Output.Print(stream.IsError ? TextOrigin.Error : TextOrigin.Output, stream.Text);
                    break;
                case IpynbDisplay display:
                    cell.Output.Show(new DisplayOutput(display.Data));
                    break;
                case IpynbError error:
                    cell.Error = ErrorOutput.Read(error, from.Cell.Source);
                    break;
            }
        }
        if (from.Cell.Language == Cell.Raw) cell.Output.Show(new DisplayOutput(new Dictionary<string, string> { [PlainText.MimeType] = from.Cell.Source }));
        var ran = !isCounted || from.ExecutionCount is not null || cell.Outputs.Count > 0;
        cell.Status = cell.Error is not null ? CellStatus.Failed : ran ? CellStatus.Ok : CellStatus.Skipped;
        cell.Seconds = from.Seconds ?? 0;
    }
}
