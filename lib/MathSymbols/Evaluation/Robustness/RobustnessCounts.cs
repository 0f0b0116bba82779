namespace MathSymbols.Evaluation.Robustness;

/// <summary>How a classifier's accuracy falls when images are changed in fixed steps.</summary>
/// <param name="Clean">The images as they are.</param>
/// <param name="Rows">One entry a perturbation; at least one.</param>
public sealed record RobustnessCounts(RobustnessStep Clean, IReadOnlyList<RobustnessRow> Rows)
{
    /// <summary>What <see cref="Clean"/> is called.</summary>
    public const string CleanName = "unchanged";

    /// <summary>The mean over the perturbations, each with the mean over its steps; 0 to 1.</summary>
    public double Accuracy => Rows.Average(r => r.Accuracy);
}
