using System.Diagnostics;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Progress;

namespace MathSymbols.Notebooks.Running;

/// <summary>Runs one notebook in a child process and follows its events.</summary>
internal static class NotebookRunner
{
    // What is in the pipes when the child ends is read at once; whoever inherited them may hold them open for ever.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    internal static async Task RunAsync(NotebookRun run, IProgressView view, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        run.Status = NotebookStatus.Running;
        view.Started(run);
        if (run.Error is null) await FollowAsync(run, view, stop);
        else run.Status = NotebookStatus.Failed;
        run.Seconds = clock.Elapsed.TotalSeconds;
        view.Finished(run);
    }

    private static async Task FollowAsync(NotebookRun run, IProgressView view, CancellationToken stop)
    {
        using var child = new Process { StartInfo = ChildProgram.Start(run.Path) };
        child.Start();
        using var memory = new MemorySampler(child.Id);
        using var kill = stop.Register(() => Kill(child));
        var gate = new Lock();
        var words = new LastWords();
        var cell = Stopwatch.StartNew();
        var closed = false;

        var errors = Read(child.StandardError, line =>
        {
            lock (gate)
            {
                if (closed) return;
                words.Add(line);
                run.Current?.Print(TextOrigin.Process, line + "\n");
            }
        });
        var events = Read(child.StandardOutput, line =>
        {
            var (text, @event) = EventLine.Read(line);
            lock (gate)
            {
                if (closed) return;
                if (text is not null) run.Current?.Print(TextOrigin.Output, text);
                if (@event is null) return;
                run.Apply(@event);
                if (@event is CellStarted) words.Clear();
            }
            if (@event is CellStarted)
            {
                cell.Restart();
                view.Moved(run);
            }
        });
        await child.WaitForExitAsync(CancellationToken.None);
        await Task.WhenAny(Task.WhenAll(events, errors), Task.Delay(Grace, CancellationToken.None));
        lock (gate) closed = true;

        run.PeakPrivateBytes = memory.Peak;
        if (run.Current is { Status: CellStatus.Running } unfinished) unfinished.Seconds = cell.Elapsed.TotalSeconds;
        Conclude(run, child.ExitCode, words.ToList(), stop.IsCancellationRequested);
    }

    private static void Conclude(NotebookRun run, int exitCode, IReadOnlyList<string> words, bool stopped)
    {
        if (run.Finished)
        {
            // A process that crashes after its last cell has still not ended well.
            var ended = run.Failed > 0 || exitCode == 0;
            run.Status = run.Failed > 0 ? NotebookStatus.Failed : ended ? NotebookStatus.Ok : NotebookStatus.Died;
            if (!ended) run.Fail(new CellError("died", $"All cells ran, but then the notebook's process {Signals.Describe(exitCode)}.", Stack: words));
            return;
        }
        if (stopped)
        {
            run.Status = NotebookStatus.Cancelled;
            run.Fail(new CellError("cancelled", "The run was stopped here."));
            return;
        }
        run.Status = NotebookStatus.Died;
        // Its last words belong to the error, not twice on the page.
        run.Current?.Outputs.RemoveAll(o => o is TextOutput { Origin: TextOrigin.Process });
        run.Fail(new CellError("died", $"The notebook's process {Signals.Describe(exitCode)} before the notebook was done.", Stack: words));
    }

    private static async Task Read(StreamReader reader, Action<string> line)
    {
        while (await reader.ReadLineAsync() is { } text) line(text);
    }

    private static void Kill(Process child)
    {
        try
        {
            child.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It was faster.
        }
    }
}
