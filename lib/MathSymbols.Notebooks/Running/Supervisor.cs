using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Progress;

namespace MathSymbols.Notebooks.Running;

/// <summary>Ends a notebook's running cell, or its process, when it is told to or when a limit is passed: asks first, and kills after a grace.</summary>
internal sealed class Supervisor : IDisposable
{
    private readonly Lock _gate = new();
    private readonly NotebookChild _child;
    private readonly RunLimits _limits;
    private readonly Timer _limit;
    private readonly Timer _grace;
    private Ending _ending;
    private int _cell;
    private bool _killed;

    internal Supervisor(NotebookChild child, RunLimits limits)
    {
        (_child, _limits) = (child, limits);
        _limit = new Timer(_ => Ask(Ending.Timeout));
        _grace = new Timer(_ => OutOfPatience());
    }

    private enum Ending
    {
        None,
        Timeout,
        Finished,
        Stopped,
        Memory,
    }

    /// <summary>Whether the run was stopped from outside while this notebook was at work.</summary>
    internal bool IsStopped => _ending == Ending.Stopped;

    internal void CellStarted(int cell)
    {
        lock (_gate)
        {
            _cell = cell;
            if (_limits.Timeout is { } timeout) _limit.Change(timeout, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What a cell's end is to be reported as: its own report, unless it was told to end.</summary>
    internal KernelEvent CellEnded(KernelEvent report)
    {
        lock (_gate)
        {
            var cell = _cell;
            _cell = 0;
            _limit.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var seconds = report switch { CellFinished e => e.Seconds, CellFailed e => e.Seconds, _ => 0 };
            if (_ending == Ending.Timeout)
            {
                _ending = Ending.None;
                _grace.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return new CellFailed(cell, seconds, TimedOut(string.Empty));
            }
            return report switch
            {
                CellFailed { Error.Kind: "cancelled" } => new CellFailed(cell, seconds, Stopped(string.Empty)),
                CellFailed { Error: { Kind: "runtime" } error } e when _limits.Memory is { } memory && error.Message.StartsWith("System.OutOfMemoryException:", StringComparison.Ordinal) =>
                    e with { Error = error with { Kind = "memory", Message = $"The cell asked for more memory than the limit of {Wording.Bytes(memory)} (--memory) leaves it.\n{error.Message}" } },
                _ => report,
            };
        }
    }

    /// <summary>All cells are done; a process that does not end by itself is no longer waited for.</summary>
    internal void Finished() => Ask(Ending.Finished);

    internal void Stop() => Ask(Ending.Stopped);

    internal void StopNow() => Kill(Ending.Stopped);

    internal void MemoryPassed() => Kill(Ending.Memory);

    /// <summary>Why the process ended, if that was this one's doing.</summary>
    internal CellError? Verdict(long? peak)
    {
        lock (_gate)
        {
            if (!_killed) return _ending == Ending.Stopped ? Stopped(string.Empty) : null;
            var after = $" It did not end by itself within {Wording.Duration(_limits.Grace.TotalSeconds)}, so the notebook's process was killed.";
            return _ending switch
            {
                Ending.Memory => new CellError(
                    "memory",
                    $"The notebook's process and those below it took {Wording.Bytes(peak ?? 0)} of private memory, more than the limit of {Wording.Bytes(_limits.Memory ?? 0)} (--memory), and were killed."),
                Ending.Timeout => TimedOut(after),
                Ending.Finished => new CellError("died", $"The notebook was done, but its process did not end within {Wording.Duration(_limits.Grace.TotalSeconds)} and was killed."),
                _ => Stopped(after),
            };
        }
    }

    public void Dispose()
    {
        _limit.Dispose();
        _grace.Dispose();
    }

    private CellError TimedOut(string more) =>
        new("timeout", $"The cell ran longer than the limit of {Wording.Duration((_limits.Timeout ?? TimeSpan.Zero).TotalSeconds)} a cell (--timeout).{more}");

    private static CellError Stopped(string more) => new("cancelled", $"The run was stopped here.{more}");

    private void Ask(Ending why)
    {
        lock (_gate)
        {
            // What weighs more, or came first, stays.
            if (_killed || why <= _ending || (why == Ending.Timeout && _cell == 0)) return;
            _ending = why;
            if (why == Ending.Timeout) _child.Tell(ParentWord.Cancel(_cell));
            if (why == Ending.Stopped) _child.Tell(ParentWord.Stop);
            _grace.Change(_limits.Grace, Timeout.InfiniteTimeSpan);
        }
    }

    private void OutOfPatience()
    {
        lock (_gate)
        {
            if (_ending != Ending.None) Kill(_ending);
        }
    }

    private void Kill(Ending why)
    {
        lock (_gate)
        {
            if (_killed) return;
            (_ending, _killed) = (why, true);
            _child.Kill();
        }
    }
}
