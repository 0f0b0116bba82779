namespace MathSymbols.Runs;

/// <summary>A run's record or files cannot be used.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
/// <param name="inner">What was thrown below, if anything.</param>
public sealed class RunException(string message, Exception? inner = null) : Exception(message, inner);
