namespace MathSymbols.Features;

/// <summary>Features cannot be computed, kept or read.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
public sealed class FeatureException(string message) : Exception(message);
