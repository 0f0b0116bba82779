namespace MathSymbols.Training;

/// <summary>Training cannot go on.</summary>
/// <param name="message">One sentence: what, where, what to do.</param>
public class TrainingException(string message) : Exception(message);
