namespace MathSymbols.Models;

/// <summary>A weights file is missing, damaged, or another network's.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
/// <param name="inner">What the reader of the format said, if it was the reader.</param>
public sealed class WeightsException(string message, Exception? inner = null) : IOException(message, inner);
