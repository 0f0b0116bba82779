namespace MathSymbols.Classification;

/// <summary>How probable a label is.</summary>
/// <param name="Label">The class.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record LabelProbability(string Label, double Probability)
{
    /// <summary>Whether it is too little to be relied on, below <see cref="SymbolPrediction.LowConfidence"/>.</summary>
    public bool Unsure => Probability < SymbolPrediction.LowConfidence;
}
