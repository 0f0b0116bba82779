namespace MathSymbols.Runtime;

/// <summary>LibTorch cannot be used in this process.</summary>
/// <param name="message">One sentence: what is missing, what to do.</param>
/// <param name="inner">What the loader said, if it said anything.</param>
public sealed class TorchBackendException(string message, Exception? inner = null) : Exception(message, inner);
