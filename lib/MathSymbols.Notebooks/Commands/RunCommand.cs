using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The parent: runs the notebooks one after another and writes the report.</summary>
internal static class RunCommand
{
    internal const int Cancelled = 130;

    internal static async Task<int> RunAsync(RunOptions options)
    {
        using var signals = new StopSignals();
        var stop = signals.Request;
        if (ReportFiles.Prepare(options.Out) is { } complaint)
        {
            await Console.Error.WriteLineAsync(complaint);
            return CommandLine.BadArguments;
        }
        var created = DateTimeOffset.Now;
        var runs = options.Notebooks.Select(p => new NotebookRun(p)).ToList();
        using (var view = ProgressViews.ForTerminal(runs))
        {
            foreach (var run in runs)
            {
                if (stop.Asked.IsCancellationRequested) break;
                await NotebookRunner.RunAsync(run, options.Limits, view, stop);
            }
        }

        var title = options.Title ?? (runs.Count == 1 ? runs[0].Name : "Report");
        var report = new Report(title, created, options.Facts, runs);
        Console.WriteLine(Summary(report, stop.Asked.IsCancellationRequested));
        if (!await ReportFiles.WriteAsync(report, options.Out, options.Formats)) return 1;
        return stop.Asked.IsCancellationRequested ? Cancelled : report.Succeeded ? 0 : 1;
    }

    private static string Summary(Report report, bool stopped)
    {
        var ok = report.Notebooks.Count(n => n.Status == NotebookStatus.Ok);
        var cells = report.Notebooks.Sum(n => n.Cells.Count(c => c.Status == CellStatus.Ok));
        var failed = report.Notebooks.Sum(n => n.Failed);
        var end = stopped ? "stopped, " : string.Empty;
        return $"{end}{ok} of {Wording.Count(report.Notebooks.Count, "notebook")} ok, {Wording.Count(cells, "cell")} ran, {failed} failed, {Wording.Duration(report.Seconds)}";
    }
}
