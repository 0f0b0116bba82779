namespace MathSymbols.Evaluation.Calibration;

/// <summary>
/// The logarithms of a prediction's probabilities. They are as good as the logits: a softmax of either is the same. Files keep six decimals;
/// a share that stands there as 0 is between 0 and <see cref="Floor"/>, and is taken for that, so that its logarithm is finite.
/// </summary>
internal static class LogShares
{
    /// <summary>The least probability that is told from 0: what six decimals round up to their last.</summary>
    public const double Floor = 5e-7;

    /// <summary>One value a class, in nats, at least that of <see cref="Floor"/>.</summary>
    /// <param name="prediction">Its truth is one of its classes.</param>
    /// <exception cref="ArgumentException">The truth is none of the classes, or a probability is no number.</exception>
    public static double[] Of(IPrediction prediction)
    {
        var shares = prediction.Probabilities;
        if (prediction.Truth < 0 || prediction.Truth >= shares.Count) throw new ArgumentException($"The true class is number {prediction.Truth}, but there are {shares.Count} probabilities.", nameof(prediction));
        if (shares.Any(float.IsNaN)) throw new ArgumentException("A probability is no number: the network that gave it has diverged.", nameof(prediction));
        return [.. shares.Select(s => Math.Log(Math.Max(s, Floor)))];
    }
}
