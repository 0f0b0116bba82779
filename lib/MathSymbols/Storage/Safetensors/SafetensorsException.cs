namespace MathSymbols.Storage.Safetensors;

/// <summary>A file breaks the rules of the safetensors format, was damaged, or lacks a tensor that was asked for.</summary>
/// <param name="message">One sentence: which file, what is wrong.</param>
/// <param name="inner">What said so, if it was not the reader itself.</param>
public sealed class SafetensorsException(string message, Exception? inner = null) : IOException(message, inner)
{
    internal static SafetensorsException Of(string path, string problem, Exception? inner = null) => new($"Cannot read '{path}' as safetensors: {problem}.", inner);
}
