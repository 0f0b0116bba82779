namespace MathSymbols.Training;

/// <summary>How far a training run is.</summary>
/// <param name="History">The finished epochs.</param>
/// <param name="Epochs">The number of the last epoch that may be run.</param>
public sealed record TrainingProgress(History History, int Epochs)
{
    /// <summary>A run that has not begun.</summary>
    /// <param name="epochs">The number of the last epoch that may be run.</param>
    public static TrainingProgress Planned(int epochs) => new(new History([]), epochs);

    /// <summary>The epoch under way, from 1; 0 when none is.</summary>
    public int Epoch { get; init; }

    /// <summary>Finished batches of the epoch under way.</summary>
    public int Batch { get; init; }

    /// <summary>Batches an epoch.</summary>
    public int Batches { get; init; }

    /// <summary>Mean loss over the epoch's finished batches, in nats; NaN before the first.</summary>
    public double Loss { get; init; } = double.NaN;

    /// <summary>Accuracy over the epoch's finished batches, 0 to 1; NaN before the first.</summary>
    public double Accuracy { get; init; } = double.NaN;

    /// <summary>Training images a second in the epoch under way.</summary>
    public double ImagesPerSecond { get; init; }

    /// <summary>Estimated time to the last epoch's end, which early stopping may cut short; null before anything is known.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>Why the run ended, or <see cref="StopReason.None"/>.</summary>
    public StopReason Stopped { get; init; }
}
