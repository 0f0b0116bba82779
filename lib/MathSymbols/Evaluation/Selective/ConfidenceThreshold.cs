namespace MathSymbols.Evaluation.Selective;

/// <summary>The confidence from which on predictions are accepted, chosen so that few of those are wrong.</summary>
/// <param name="Validation">What it does on the images it was chosen on.</param>
/// <param name="Target">The share of errors among accepted images that was allowed.</param>
/// <param name="Bound">The 95 % upper bound of that share on the validation images; see <see cref="ClopperPearson"/>.</param>
public sealed record ConfidenceThreshold(RiskCoveragePoint Validation, double Target, double Bound)
{
    /// <summary>The target where nothing else is asked for: 1 %. At least 299 accepted images are needed to support it, all of them right.</summary>
    public const double DefaultTarget = 0.01;

    /// <summary>The lowest confidence that is accepted, 0 to 1.</summary>
    public double Threshold => Validation.Threshold;

    /// <summary>False when no threshold keeps the target on these images; then this is the one with the lowest bound.</summary>
    public bool MeetsTarget => Bound <= Target;

    /// <summary>
    /// The lowest threshold whose upper bound keeps the target. The bound is Clopper and Pearson's, one-sided, 95 %, at each threshold by itself:
    /// it does not allow for the choice among thresholds, so the risk is to be measured again on images that took no part in it.
    /// </summary>
    /// <param name="validation">At least one prediction of images that the classifier has not learned from.</param>
    /// <param name="target">Above 0, at most 1.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside its range.</exception>
    public static ConfidenceThreshold Choose(IReadOnlyCollection<IPrediction> validation, double target = DefaultTarget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(target, 1);
        var choices = RiskCoverageCurve.Of(validation).Points.Select(p => new ConfidenceThreshold(p, target, ClopperPearson.Upper(p.Wrong, p.Accepted))).ToList();
        return choices.LastOrDefault(c => c.MeetsTarget) ?? choices.MinBy(c => c.Bound)!;
    }

    /// <summary>What it does on other images.</summary>
    /// <param name="images">At least one.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public RiskCoveragePoint On(IReadOnlyCollection<IPrediction> images) => RiskCoveragePoint.At(images, Threshold);
}
