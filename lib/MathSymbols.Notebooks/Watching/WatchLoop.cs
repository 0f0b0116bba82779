using MathSymbols.Notebooks.Commands;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Watching;

/// <summary><c>run --watch</c>: runs all, then at each edit the notebook that it touches and those below it, and writes the page anew.</summary>
internal static class WatchLoop
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>The exit code: what the last page says, or that a run was cut short.</summary>
    internal static async Task<int> RunAsync(RunOptions options, StopRequest stop)
    {
        var files = new WatchedFiles(options.Notebooks, Interval);
        var runs = options.Notebooks.Select(p => new NotebookRun(p)).ToArray();
        var change = files.ChangedAsync(stop.Asked);
        var first = 0;
        while (true)
        {
            using var edited = CancellationTokenSource.CreateLinkedTokenSource(stop.Asked);
            var round = RunCommand.RunAllAsync(runs, first, options.Limits, stop with { Asked = edited.Token });
            int? next = null;
            while (next is null && await Task.WhenAny(round, change) == change && !change.IsCanceled)
            {
                var touched = await change;
                change = files.ChangedAsync(stop.Asked);

                // What has not started is read when it starts.
                if (touched > Array.FindLastIndex(runs, r => r.Status != NotebookStatus.NotRun)) continue;
                next = touched;
                await edited.CancelAsync();
            }
            await round;

            // The page of a run that an edit has overtaken is nobody's.
            if (next is null || stop.Asked.IsCancellationRequested)
            {
                var code = await RunCommand.ReportAsync(options, runs, stop);
                if (stop.Asked.IsCancellationRequested) return code;
                Console.WriteLine($"watching {Wording.Count(runs.Length, "notebook")} and what they use; Ctrl-C ends it");
                await Task.WhenAny(change);
                if (change.IsCanceled) return code;
                next = await change;
                change = files.ChangedAsync(stop.Asked);
            }
            first = next.Value;
            Console.WriteLine($"{runs[first].Name}: changed, runs again{(first + 1 < runs.Length ? $" with the {Wording.Count(runs.Length - first - 1, "notebook")} below it" : string.Empty)}");
        }
    }
}
