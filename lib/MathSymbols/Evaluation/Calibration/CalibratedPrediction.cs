namespace MathSymbols.Evaluation.Calibration;

/// <summary>A prediction with probabilities that were fitted to the accuracy.</summary>
/// <param name="Original">What the classifier said.</param>
/// <param name="Probabilities">One value a class, 0 to 1; they add up to 1.</param>
public sealed record CalibratedPrediction(IPrediction Original, IReadOnlyList<float> Probabilities) : IPrediction
{
    /// <inheritdoc/>
    public int Truth => Original.Truth;
}
