namespace MathSymbols.Storage;

/// <summary>How fast a download's bytes come just now.</summary>
internal sealed class DownloadPace
{
    /// <summary>Fewer than this over a minute are no download: far fewer than the slowest honest line brings.</summary>
    public const int LeastBytesPerSecond = 100;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly Queue<Mark> _marks = [];
    private Mark _newest;
    private Mark _minute;
    private long _bytes;

    public DownloadPace(TimeProvider clock)
    {
        _clock = clock;
        _newest = _minute = new(clock.GetTimestamp(), 0);
        _marks.Enqueue(_newest);
    }

    /// <summary>Bytes a second over the last few seconds; null as long as that cannot be known.</summary>
    public double? BytesPerSecond { get; private set; }

    /// <summary>Whether a minute has brought fewer than <see cref="LeastBytesPerSecond"/>.</summary>
    public bool IsTooSlow { get; private set; }

    /// <summary>Counts bytes that have just come; 0 when none have, but time has passed.</summary>
    public void Add(int count)
    {
        _bytes += count;
        var now = new Mark(_clock.GetTimestamp(), _bytes);
        while (_marks.Count > 1 && Between(_marks.Peek(), now) > Window) _marks.Dequeue();
        if (Between(_marks.Peek(), now) >= Shortest) BytesPerSecond = Rate(_marks.Peek(), now);
        if (Between(_newest, now) >= Spacing) _marks.Enqueue(_newest = now);
        if (Between(_minute, now) < Minute) return;
        IsTooSlow |= Rate(_minute, now) < LeastBytesPerSecond;
        _minute = now;
    }

    private TimeSpan Between(Mark from, Mark to) => _clock.GetElapsedTime(from.Stamp, to.Stamp);

    private double Rate(Mark from, Mark to) => (to.Bytes - from.Bytes) / Between(from, to).TotalSeconds;

    private readonly record struct Mark(long Stamp, long Bytes);
}
