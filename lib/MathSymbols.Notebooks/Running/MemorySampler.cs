namespace MathSymbols.Notebooks.Running;

/// <summary>Watches a process tree's private memory, keeps the peak, and says once when a limit is passed.</summary>
internal sealed class MemorySampler : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // Memory fills at a few gigabytes a second.
    private static readonly TimeSpan IntervalUnderLimit = TimeSpan.FromMilliseconds(20);

    private readonly int _processId;
    private readonly long _limit;
    private readonly Action _passed;
    private readonly ManualResetEventSlim _done = new();
    private readonly Thread _thread;
    private long _peak = -1;

    /// <param name="processId">The topmost process.</param>
    /// <param name="limit">In bytes; null for none.</param>
    /// <param name="passed">Called once, on the watching thread.</param>
    internal MemorySampler(int processId, long? limit, Action passed)
    {
        (_processId, _limit, _passed) = (processId, limit ?? long.MaxValue, passed);

        // A thread of its own: it must not wait behind others when memory runs out.
        _thread = new Thread(() => Watch(limit is null ? Interval : IntervalUnderLimit)) { IsBackground = true, Name = "memory" };
        _thread.Start();
    }

    /// <summary>The most seen so far, in bytes; null when nothing could be read.</summary>
    internal long? Peak => Interlocked.Read(ref _peak) is >= 0 and var peak ? peak : null;

    public void Dispose()
    {
        _done.Set();
        _thread.Join();
        _done.Dispose();
    }

    private void Watch(TimeSpan interval)
    {
        var within = true;
        do
        {
            if (PrivateMemory.OfTree(_processId) is not { } now) continue;
            if (now > _peak) Interlocked.Exchange(ref _peak, now);
            if (!within || now <= _limit) continue;
            within = false;
            _passed();
        }
        while (!_done.Wait(interval));
    }
}
