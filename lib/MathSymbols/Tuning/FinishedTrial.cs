using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>A trial that has been trained.</summary>
/// <param name="Trial">What was trained.</param>
/// <param name="Outcome">Its best score, or why it failed.</param>
/// <param name="History">The epochs of this trial, without those behind a promoted one.</param>
/// <param name="BestEpoch">The number of the epoch with the best score, the earliest of equals; null when it failed.</param>
/// <param name="Seconds">Wall time of its epochs.</param>
public sealed record FinishedTrial(Trial Trial, TrialOutcome Outcome, History History, int? BestEpoch, double Seconds)
{
    /// <summary>The epoch with the best score; null when it failed.</summary>
    public EpochResult? Best => History.Epochs.FirstOrDefault(e => e.Epoch == BestEpoch);
}
