using MathSymbols.Training;

namespace MathSymbols.Ledger;

/// <summary>How far a validation accuracy falls back when a training has settled: its largest fall from a peak over the second half of the epochs. A steady rise has none, however far it goes.</summary>
/// <param name="Peak">The highest accuracy before the fall, 0 to 1.</param>
/// <param name="Trough">The lowest after it; <paramref name="Peak"/> when it never falls.</param>
public sealed record Fluctuation(double Peak, double Trough)
{
    /// <summary>From how deep a fall on it is called a fluctuation. Chance in the choice of two thousand validation images is worth two points.</summary>
    public const double Threshold = 0.05;

    private const int FewestEpochs = 6;

    /// <summary>Whether it fluctuates.</summary>
    public bool Is => Peak - Trough > Threshold;

    /// <summary>Measures a training; null for fewer than 6 epochs.</summary>
    /// <param name="validationAccuracy">The validation accuracy of each epoch.</param>
    public static Fluctuation? Of(IReadOnlyList<double> validationAccuracy)
    {
        ArgumentNullException.ThrowIfNull(validationAccuracy);
        if (validationAccuracy.Count < FewestEpochs) return null;
        var half = validationAccuracy.Skip(validationAccuracy.Count / 2).ToList();
        var (peak, deepest) = (half[0], new Fluctuation(half[0], half[0]));
        foreach (var accuracy in half)
        {
            peak = Math.Max(peak, accuracy);
            if (peak - accuracy > deepest.Peak - deepest.Trough) deepest = new(peak, accuracy);
        }

        return deepest;
    }

    /// <summary>Measures a training; null for fewer than 6 epochs.</summary>
    /// <param name="history">The training.</param>
    public static Fluctuation? Of(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Of([.. history.Epochs.Select(e => e.ValidationAccuracy)]);
    }
}
