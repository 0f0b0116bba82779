namespace MathSymbols.Runs;

/// <summary>Two runs' predictions are not of the same images, so they cannot be compared image by image.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
public sealed class UnpairedPredictionsException(string message) : Exception(message);
