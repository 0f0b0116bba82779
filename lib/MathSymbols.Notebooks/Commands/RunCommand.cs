using MathSymbols.Notebooks.Page;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;
using MathSymbols.Notebooks.Watching;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The parent: runs the notebooks one after another and writes the report.</summary>
internal static class RunCommand
{
    internal const int Cancelled = 130;

    internal static async Task<int> RunAsync(RunOptions options)
    {
        var stop = StopSignals.Heed();
        if (ReportFiles.Prepare(options.Out) is { } complaint) return CommandLine.Refuse(complaint);
        if (options.Watch) return await WatchLoop.RunAsync(options, stop);
        var runs = options.Notebooks.Select(p => new NotebookRun(p)).ToArray();
        await RunAllAsync(runs, 0, options.Limits, stop);
        return await ReportAsync(options, runs, stop);
    }

    /// <summary>Runs notebooks from one on, each as it is on the disk when its turn comes.</summary>
    internal static async Task RunAllAsync(NotebookRun[] runs, int first, RunLimits limits, StopRequest stop)
    {
        for (var i = first; i < runs.Length; i++) runs[i] = new NotebookRun(runs[i].Path);
        using var view = ProgressViews.ForTerminal(runs);

        // The page's own code is made ready while the first notebook runs, which takes this one's place.
        var unrun = runs[first];
        var ready = Task.Run(() => ReportPage.Write(new Report(string.Empty, DateTimeOffset.Now, [], [unrun])));
        for (var i = first; i < runs.Length && !stop.Asked.IsCancellationRequested; i++)
        {
            runs[i] = new NotebookRun(runs[i].Path);
            await NotebookRunner.RunAsync(runs[i], limits, view, stop);
        }
        await ready;
    }

    /// <summary>Writes the report of what has run; the exit code.</summary>
    internal static async Task<int> ReportAsync(RunOptions options, IReadOnlyList<NotebookRun> runs, StopRequest stop)
    {
        var report = new Report(Report.TitleOf(options.Title, runs), DateTimeOffset.Now, options.Facts, runs);
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
