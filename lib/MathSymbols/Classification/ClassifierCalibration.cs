namespace MathSymbols.Classification;

/// <summary>How far a classifier's word can be taken.</summary>
/// <param name="Temperature">What its logits are divided by before the softmax, so that its confidence is what it gets right; 0.05 to 20.</param>
/// <param name="Threshold">The confidence below which it says that it does not know, 0 to 1.</param>
public sealed record ClassifierCalibration(double Temperature, double Threshold)
{
    /// <summary>
    /// The 95 % upper bound of the share of wrong answers among those with at least <see cref="Threshold"/>, 0 to 1, on the images that it was chosen on: validation images, changed as training images are. Null for a threshold
    /// that was not chosen so.
    /// </summary>
    public double? Bound { get; init; }

    /// <summary>The least temperature that is read.</summary>
    internal const double LeastTemperature = 0.05;

    /// <summary>The highest temperature that is read.</summary>
    internal const double HighestTemperature = 20;

    /// <summary>That of a classifier nobody has calibrated.</summary>
    public static ClassifierCalibration None { get; } = new(1, SymbolPrediction.LowConfidence);
}
