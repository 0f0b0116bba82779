namespace MathSymbols.Storage;

/// <summary>How far a download is.</summary>
/// <param name="Done">Bytes on the disk, those of an earlier try included.</param>
/// <param name="Total">Bytes of the whole file; null when the server does not say.</param>
public sealed record DownloadProgress(long Done, long? Total)
{
    /// <summary>In a few words: "12.5 MB of 80.1 MB".</summary>
    public override string ToString() => Total is { } total ? $"{DiskSpace.Size(Done)} of {DiskSpace.Size(total)}" : DiskSpace.Size(Done);
}
