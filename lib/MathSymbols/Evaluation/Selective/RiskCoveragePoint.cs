namespace MathSymbols.Evaluation.Selective;

/// <summary>What comes of accepting the predictions from a confidence on, and leaving the others to a person.</summary>
/// <param name="Threshold">The lowest confidence that is accepted, 0 to 1.</param>
/// <param name="Wrong">Accepted images that are classified wrongly, 0 to <paramref name="Accepted"/>.</param>
/// <param name="Accepted">Images that are accepted, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many images there are, at least 1.</param>
public sealed record RiskCoveragePoint(double Threshold, long Wrong, long Accepted, long Count)
{
    /// <summary>Share of the images that is accepted, 0 to 1.</summary>
    public double Coverage => (double)Accepted / Count;

    /// <summary>Share of the accepted images that is wrong, 0 to 1; NaN where none is accepted.</summary>
    public double Risk => (double)Wrong / Accepted;

    /// <summary>The risk's 95 % interval, see <see cref="WilsonInterval"/>; null where none is accepted.</summary>
    public Interval? RiskInterval => Accepted > 0 ? WilsonInterval.Of(Wrong, Accepted) : null;

    /// <summary>Counts at one threshold.</summary>
    /// <param name="images">At least one.</param>
    /// <param name="threshold">The lowest confidence that is accepted.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static RiskCoveragePoint At(IReadOnlyCollection<IPrediction> images, double threshold)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0) throw new ArgumentException("There is no prediction to accept.", nameof(images));
        var accepted = images.Where(i => i.Confidence() >= threshold).ToList();
        return new(threshold, accepted.Count(i => !i.IsRight()), accepted.Count, images.Count);
    }
}
