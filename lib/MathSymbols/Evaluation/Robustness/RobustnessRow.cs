namespace MathSymbols.Evaluation.Robustness;

/// <summary>What one perturbation does to a classifier.</summary>
/// <param name="Perturbation">Its name.</param>
/// <param name="Steps">Its steps, from mild to strong; at least one.</param>
public sealed record RobustnessRow(string Perturbation, IReadOnlyList<RobustnessStep> Steps)
{
    /// <summary>The mean accuracy over the steps, 0 to 1.</summary>
    public double Accuracy => Steps.Average(s => s.Accuracy);
}
