namespace MathSymbols.Training;

/// <summary>A checkpoint cannot be used.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
public sealed class CheckpointException(string message) : IOException(message);
