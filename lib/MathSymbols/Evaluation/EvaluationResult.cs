namespace MathSymbols.Evaluation;

/// <summary>What a classifier does on images it was not fitted to.</summary>
/// <param name="Loss">Mean cross-entropy, in nats.</param>
/// <param name="Correct">How many images are classified correctly.</param>
/// <param name="Count">How many images there are, at least 1.</param>
public sealed record EvaluationResult(double Loss, int Correct, int Count)
{
    /// <summary>Share classified correctly, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>Wilson's 95 % interval for the accuracy.</summary>
    public Interval Interval => WilsonInterval.Of(Correct, Count);
}
