using MathSymbols.Training;

namespace MathSymbols.Ledger;

/// <summary>How far a validation accuracy goes up and down when a training has settled: over the second half of the epochs.</summary>
/// <param name="Low">The lowest, 0 to 1.</param>
/// <param name="High">The highest.</param>
public sealed record Fluctuation(double Low, double High)
{
    /// <summary>From how wide a span on it is called a fluctuation. Chance in the choice of two thousand validation images is worth two points.</summary>
    public const double Threshold = 0.05;

    private const int FewestEpochs = 6;

    /// <summary>Whether it fluctuates.</summary>
    public bool Is => High - Low > Threshold;

    /// <summary>Measures a training; null for fewer than 6 epochs.</summary>
    /// <param name="validationAccuracy">The validation accuracy of each epoch.</param>
    public static Fluctuation? Of(IReadOnlyList<double> validationAccuracy)
    {
        ArgumentNullException.ThrowIfNull(validationAccuracy);
        if (validationAccuracy.Count < FewestEpochs) return null;
        var half = validationAccuracy.Skip(validationAccuracy.Count / 2).ToList();
        return new(half.Min(), half.Max());
    }

    /// <summary>Measures a training; null for fewer than 6 epochs.</summary>
    /// <param name="history">The training.</param>
    public static Fluctuation? Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Of([.. history.Epochs.Select(e => e.ValidationAccuracy)]);
    }
}
