using MathSymbols.Evaluation;

namespace MathSymbols.Ledger;

/// <summary>How far a mean loss may lie from that over more images: the normal interval of a mean.</summary>
internal static class MeanLoss
{
    private const double Quantile = 1.959963984540054;

    // Keras clips probabilities there before it takes the logarithm; a record's, kept to six decimals, may be 0.
    private const double SmallestProbability = 1e-7;

    /// <summary>The 95 % interval around a loss; null for fewer than 2 images or a loss that is no number.</summary>
    /// <param name="loss">The mean loss as it was measured, in nats.</param>
    /// <param name="images">What was said of each image.</param>
    public static Interval? Around(double loss, IReadOnlyList<IPrediction> images)
    {
        if (images.Count < 2 || !double.IsFinite(loss)) return null;
        var losses = images.Select(i => -Math.Log(Math.Max(SmallestProbability, i.Probabilities[i.Truth]))).ToList();
        var mean = losses.Average();
        var variance = losses.Sum(l => (l - mean) * (l - mean)) / (losses.Count - 1);
        var half = Quantile * Math.Sqrt(variance / losses.Count);
        return new(Math.Max(0, loss - half), loss + half);
    }
}
