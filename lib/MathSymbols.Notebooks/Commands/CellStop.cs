namespace MathSymbols.Notebooks.Commands;

/// <summary>The running cell's token, and the two ways in which it is cancelled.</summary>
internal sealed class CellStop
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private int _cell;

    /// <summary>Whether no further cell is to run.</summary>
    internal bool Stopped { get; private set; }

    internal CancellationToken Begin(int cell)
    {
        lock (_gate)
        {
            (_running, _cell) = (new CancellationTokenSource(), cell);
            if (Stopped) _running.Cancel();
            return _running.Token;
        }
    }

    /// <summary>Cancels a cell; one that has ended by now is no matter.</summary>
    internal void Cancel(int cell)
    {
        lock (_gate)
        {
            // What a cell hangs on its token must not hold up whoever cancels it.
            if (cell == _cell) _ = _running?.CancelAsync();
        }
    }

    /// <summary>Cancels the running cell, and those to come.</summary>
    internal void Stop()
    {
        lock (_gate)
        {
            Stopped = true;
            Cancel(_cell);
        }
    }
}
