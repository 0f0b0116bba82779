using System.Globalization;

namespace MathSymbols.Storage;

/// <summary>How far a download is.</summary>
/// <param name="Done">Bytes on the disk, those of an earlier try included.</param>
/// <param name="Total">Bytes of the whole file; null when the server does not say.</param>
public sealed record DownloadProgress(long Done, long? Total)
{
    // What would take longer is not foreseen.
    private const double MostSecondsLeft = 100 * 3600;

    /// <summary>Bytes of them that another run would go on from, as far as is known; 0 where the server does not allow it.</summary>
    public long Kept { get; init; }

    /// <summary>How fast it comes, over the last few seconds; null when that is not known yet, or nothing comes.</summary>
    public double? BytesPerSecond { get; init; }

    /// <summary>A sentence to be shown once, such as why there is a pause and how long it takes; null mostly.</summary>
    public string? Note { get; init; }

    /// <summary>How long it will still take at this pace; null when that is not known.</summary>
    public TimeSpan? Left => (Total - Done) / BytesPerSecond is { } seconds and >= 0 and < MostSecondsLeft ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>In a few words: "12.5 MB of 80.1 MB, 3.1 MB/s, 22 s left".</summary>
    public override string ToString()
    {
        var size = Total is { } total ? $"{DiskSpace.Size(Done)} of {DiskSpace.Size(total)}" : DiskSpace.Size(Done);
        var pace = BytesPerSecond is { } rate ? $", {DiskSpace.Size((long)rate)}/s" : "";
        return size + pace + (Left is { } left ? $", {Words(left)} left" : "");
    }

    /// <summary>A span of time, rounded up: "22 s", "3 min", "2 h 5 min".</summary>
    internal static string Words(TimeSpan span)
    {
        var (seconds, minutes) = (Math.Ceiling(span.TotalSeconds), Math.Ceiling(span.TotalMinutes));
        return (seconds, minutes) switch
        {
            ( < 100, _) => string.Create(CultureInfo.InvariantCulture, $"{seconds} s"),
            (_, < 100) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(minutes / 60)} h {minutes % 60} min"),
        };
    }
}
