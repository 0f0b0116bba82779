namespace MathSymbols.Evaluation.Calibration;

/// <summary>Images whose predictions are about equally confident.</summary>
/// <param name="Low">The lowest confidence, 0 to 1.</param>
/// <param name="High">The highest confidence, not below <paramref name="Low"/>.</param>
/// <param name="Correct">Images classified correctly, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many images; may be 0.</param>
/// <param name="MeanConfidence">The mean of their confidences; NaN where there is no image.</param>
public sealed record ReliabilityBin(double Low, double High, long Correct, long Count, double MeanConfidence)
{
    /// <summary>Share classified correctly, 0 to 1; NaN where there is no image.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>How far the confidence is above the accuracy; NaN where there is no image.</summary>
    public double Gap => MeanConfidence - Accuracy;

    /// <summary>The accuracy's 95 % interval, see <see cref="WilsonInterval"/>; null where there is no image.</summary>
    public Interval? Interval => Count > 0 ? WilsonInterval.Of(Correct, Count) : null;
}
