namespace MathSymbols.Storage;

/// <summary>A file could not be downloaded.</summary>
/// <param name="message">One sentence: what, from where, why.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class DownloadException(string message, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>What another try may make good; null when none can.</summary>
    internal DownloadFault? Passing { get; init; }
}
