namespace MathSymbols.Tests.Support;

/// <summary>A clock whose pauses are over at once and are remembered.</summary>
internal sealed class SwiftClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 2, 3, 4, 5, 0, TimeSpan.Zero);

    private long _ticks;

    /// <summary>What passes each time it is looked at.</summary>
    public TimeSpan PerLook { get; init; }

    /// <summary>Told of each pause; with it, pauses never end.</summary>
    public Action? Stopped { get; init; }

    public List<TimeSpan> Pauses { get; } = [];

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public override TimeZoneInfo LocalTimeZone => Zone;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(_ticks);

    public override long GetTimestamp() => _ticks += PerLook.Ticks;

    public void Pass(TimeSpan time) => _ticks += time.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Add(dueTime);
        Pass(dueTime);
        Stopped?.Invoke();
        return base.CreateTimer(callback, state, Stopped is null ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
    }
}
