namespace MathSymbols.Data;

/// <summary>A folder, a manifest or an image set does not hold what is needed.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class DataException(string message, Exception? inner = null) : Exception(message, inner);
