using MathSymbols.Evaluation.Robustness;

namespace MathSymbols.Figures;

/// <summary>One row of a <see cref="RobustnessTable"/>.</summary>
/// <param name="Perturbation">What is done to the images.</param>
/// <param name="Step">The step's name; what kind of mean it is, where it is one.</param>
/// <param name="IsMean">Whether it stands for several steps, or for the unchanged images.</param>
/// <param name="Accuracy">One value a model, 0 to 1.</param>
internal sealed record RobustnessLine(string Perturbation, string Step, bool IsMean, IReadOnlyList<double> Accuracy)
{
    private const string Mean = "mean";

    /// <summary>The rows: unchanged images, each perturbation's mean with its steps below, the mean of the means.</summary>
    /// <param name="models">Measured with the same steps.</param>
    public static IReadOnlyList<RobustnessLine> Of(IReadOnlyList<RobustnessCounts> models) =>
    [
        new(RobustnessCounts.CleanName, "", true, [.. models.Select(m => m.Clean.Accuracy)]),
        .. models[0].Rows.SelectMany((row, r) => row.Steps.Select((step, s) => new RobustnessLine(row.Perturbation, step.Name, false, [.. models.Select(m => m.Rows[r].Steps[s].Accuracy)]))
            .Prepend(new(row.Perturbation, Mean, true, [.. models.Select(m => m.Rows[r].Accuracy)]))),
        new("all", "mean of the means", true, [.. models.Select(m => m.Accuracy)]),
    ];
}
