namespace MathSymbols.Tuning;

/// <summary>A search for hyper-parameters cannot go on.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
public sealed class TuningException(string message) : Exception(message);
