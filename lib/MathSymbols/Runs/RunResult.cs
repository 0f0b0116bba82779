using MathSymbols.Evaluation;

namespace MathSymbols.Runs;

/// <summary>What a run's weights do on one set of images.</summary>
/// <param name="Weights">One of <see cref="RunWeights"/>.</param>
/// <param name="Set">One of <see cref="RunSet"/>.</param>
/// <param name="Loss">Mean cross-entropy, in nats; NaN when it was not a finite number.</param>
/// <param name="Correct">Images classified correctly, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many images, at least 1.</param>
public sealed record RunResult(string Weights, string Set, double Loss, long Correct, long Count)
{
    /// <summary>Share classified correctly, 0 to 1.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>The accuracy's 95 % interval; see <see cref="WilsonInterval"/>.</summary>
    public Interval Interval => WilsonInterval.Of(Correct, Count);
}
