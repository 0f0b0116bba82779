using System.Diagnostics;
using System.Text;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Progress;

namespace MathSymbols.Notebooks.Running;

/// <summary>Runs one notebook in a child process and follows its events.</summary>
internal static class NotebookRunner
{
    private const int LongestErrorLine = 1 << 16;

    // What is in the pipes when the child ends is read at once; whoever inherited them may hold them open for ever.
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(2);

    internal static async Task RunAsync(NotebookRun run, RunLimits limits, IProgressView view, StopRequest stop)
    {
        var clock = Stopwatch.StartNew();
        run.Status = NotebookStatus.Running;
        view.Started(run);
        if (run.Error is null) await FollowAsync(run, limits, view, stop);
        else run.Status = NotebookStatus.Failed;
        run.Seconds = clock.Elapsed.TotalSeconds;
        view.Finished(run);
    }

    private static async Task FollowAsync(NotebookRun run, RunLimits limits, IProgressView view, StopRequest stop)
    {
        using var child = new NotebookChild(run.Path, limits);
        using var supervisor = new Supervisor(child, limits);
        using var memory = new MemorySampler(child.Id, limits.Memory, supervisor.MemoryPassed);
        using var ask = stop.Asked.Register(() =>
        {
            view.Stopping(run);
            supervisor.Stop();
        });
        using var kill = stop.Now.Register(supervisor.StopNow);
        var gate = new Lock();
        var words = new LastWords();
        var cell = Stopwatch.StartNew();
        var closed = false;

        var errors = Lines.ReadAsync(child.Errors, LongestErrorLine, (line, _) =>
        {
            var text = Encoding.UTF8.GetString(line);
            lock (gate)
            {
                if (closed) return;
                words.Add(text.TrimEnd('\r', '\n'));
                run.Current?.Output.Print(TextOrigin.Process, text);
            }
        });
        var events = Lines.ReadAsync(child.Output, EventLine.Longest, (line, whole) =>
        {
            var (text, @event) = EventLine.Read(line, whole);
            lock (gate)
            {
                if (closed) return;
                if (text is not null) run.Current?.Output.Print(TextOrigin.Output, text);
                if (@event is CellStarted started)
                {
                    supervisor.CellStarted(started.Cell);
                    words.Clear();
                    cell.Restart();
                }
                if (@event is CellFinished or CellFailed) @event = supervisor.CellEnded(@event);
                if (@event is NotebookFinished) supervisor.Finished();
                if (@event is not null) run.Apply(@event);
            }
            if (@event is CellStarted) view.Moved(run);
        });
        await child.EndAsync();
        await Task.WhenAny(Task.WhenAll(events, errors), Task.Delay(Drain, CancellationToken.None));
        lock (gate) closed = true;

        run.PeakPrivateBytes = memory.Peak;
        if (run.Current is { Status: CellStatus.Running } unfinished) unfinished.Seconds = cell.Elapsed.TotalSeconds;
        run.Conclude(child.ExitCode, words.ToList(), supervisor.Verdict(memory.Peak));
    }
}
