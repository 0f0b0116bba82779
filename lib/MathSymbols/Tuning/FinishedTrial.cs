using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>A trial that has been trained.</summary>
/// <param name="Trial">What was trained.</param>
/// <param name="Outcome">Its best validation accuracy, or why it failed.</param>
/// <param name="History">The epochs of this trial, without those behind a promoted one.</param>
/// <param name="Seconds">Wall time of its epochs.</param>
public sealed record FinishedTrial(Trial Trial, TrialOutcome Outcome, History History, double Seconds)
{
    /// <summary>The epoch with the best validation accuracy, the earliest of equals; null when none was finished.</summary>
    public EpochResult? Best => EpochMetric.ValidationAccuracy.Best(History);
}
