namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Something came of a damaged file that must not.</summary>
/// <param name="message">What, in words that are the same for all such files.</param>
/// <param name="inner">What was thrown, if anything.</param>
internal sealed class FuzzFindingException(string message, Exception? inner = null) : Exception(message, inner);
