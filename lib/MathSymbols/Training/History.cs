namespace MathSymbols.Training;

/// <summary>The epochs of one training run, in order.</summary>
/// <param name="Epochs">One entry an epoch; the first has number 1.</param>
public sealed record History(IReadOnlyList<EpochResult> Epochs)
{
    /// <summary>The epoch with the highest validation accuracy; the earliest of equals.</summary>
    /// <exception cref="InvalidOperationException">No epoch has been run.</exception>
    public EpochResult Best => Epochs.MaxBy(e => e.ValidationAccuracy)
        ?? throw new InvalidOperationException("The history is empty: no epoch has been run.");

    /// <summary>The last epoch run.</summary>
    /// <exception cref="InvalidOperationException">No epoch has been run.</exception>
    public EpochResult Last => Epochs.Count > 0 ? Epochs[^1] : throw new InvalidOperationException("The history is empty: no epoch has been run.");
}
