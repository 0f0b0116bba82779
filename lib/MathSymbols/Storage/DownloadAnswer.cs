namespace MathSymbols.Storage;

/// <summary>What a server says that it sends.</summary>
/// <param name="Total">Bytes of the whole file; null when that is not told.</param>
/// <param name="End">The byte before which this answer ends; null when that is not told.</param>
internal sealed record DownloadAnswer(long? Total, long? End);
