using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Progress;

/// <summary>Plain lines, for a log or a pipe.</summary>
internal sealed class PlainProgress(TextWriter output) : IProgressView
{
    public void Started(NotebookRun run) => Line($"{run.Name}: started, {Wording.Count(run.Cells.Count, "cell")}");

    public void Moved(NotebookRun run)
    {
        // A log wants results, not motion.
    }

    public void Stopping(NotebookRun run) => Line($"{run.Name}: {Wording.Stopping}");

    public void Finished(NotebookRun run)
    {
        Line($"{run.Name}: {Wording.Result(run)}");
        if (run.Error is { } error) Line($"{run.Name}: {error.Message}");
        foreach (var cell in run.Cells)
        {
            if (cell.Error is not { } failure) continue;
            Line($"{run.Name}, {Wording.Place(cell, failure)}: {Wording.Message(run, cell, failure)}");
            if (failure.Code is not null) Line("    " + failure.Code);
        }
    }

    public void Dispose() => output.Flush();

    private void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }
}
