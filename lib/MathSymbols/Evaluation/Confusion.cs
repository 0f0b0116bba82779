namespace MathSymbols.Evaluation;

/// <summary>Images of one class taken for another.</summary>
/// <param name="Observation">Their class.</param>
/// <param name="Prediction">The class they were taken for.</param>
/// <param name="Count">How many, at least 1.</param>
/// <param name="Share">Their share of the images of the class, above 0, at most 1.</param>
public sealed record Confusion(string Observation, string Prediction, long Count, double Share);
