namespace MathSymbols.Storage.Archives;

/// <summary>An archive is none, is damaged, or holds what must not be unpacked.</summary>
/// <param name="message">One sentence: which archive, what is wrong.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class ArchiveException(string message, Exception? inner = null) : IOException(message, inner)
{
    internal static ArchiveException Of(string path, string problem, Exception? inner = null) => new($"Cannot unpack '{path}': {problem}.", inner);
}
