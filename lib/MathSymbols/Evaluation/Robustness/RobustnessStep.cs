namespace MathSymbols.Evaluation.Robustness;

/// <summary>How many images are classified correctly after one step of a perturbation.</summary>
/// <param name="Name">The step's name.</param>
/// <param name="Correct">How many are, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many images there are, at least 1.</param>
public sealed record RobustnessStep(string Name, int Correct, int Count)
{
    /// <summary>Share classified correctly, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Count;
}
