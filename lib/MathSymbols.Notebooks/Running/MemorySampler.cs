namespace MathSymbols.Notebooks.Running;

/// <summary>Watches a process tree's private memory and keeps the peak.</summary>
internal sealed class MemorySampler : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Timer _timer;
    private readonly int _processId;
    private long _peak = -1;

    internal MemorySampler(int processId)
    {
        _processId = processId;
        _timer = new Timer(_ => Sample(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>The most seen so far, in bytes; null when nothing could be read.</summary>
    internal long? Peak => Interlocked.Read(ref _peak) is >= 0 and var peak ? peak : null;

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        if (PrivateMemory.OfTree(_processId) is not { } now) return;
        long seen;
        while (now > (seen = Interlocked.Read(ref _peak)) && Interlocked.CompareExchange(ref _peak, now, seen) != seen)
        {
            // Another sample was faster.
        }
    }
}
