namespace MathSymbols.Evaluation.Calibration;

/// <summary>Two scores that are best for whoever states the true probabilities; lower is better.</summary>
/// <param name="NegativeLogLikelihood">The mean of −ln of the true class's probability, in nats, 0 or more; see <see cref="LogShares"/> for probabilities of 0.</param>
/// <param name="Brier">The mean squared distance to 1 for the true class and 0 for the others, summed over the classes, 0 to 2 (Brier, 1950, Monthly Weather Review 78, 1–3).</param>
public sealed record ProperScores(double NegativeLogLikelihood, double Brier)
{
    /// <summary>Scores some predictions.</summary>
    /// <param name="images">At least one.</param>
    /// <exception cref="ArgumentException">There is no image, one has a truth that is none of its classes, or a probability is no number.</exception>
    public static ProperScores Of(IReadOnlyCollection<IPrediction> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0) throw new ArgumentException("There is no prediction to score.", nameof(images));
        return new(images.Average(i => -LogShares.Of(i)[i.Truth]), images.Average(i => i.Probabilities.Select((p, c) => Math.Pow(p - (c == i.Truth ? 1 : 0), 2)).Sum()));
    }
}
