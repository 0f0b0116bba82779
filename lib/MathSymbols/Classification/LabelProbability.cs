namespace MathSymbols.Classification;

/// <summary>How probable a label is.</summary>
/// <param name="Label">The class.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record LabelProbability(string Label, double Probability);
