using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>How far a search is.</summary>
/// <param name="Finished">The finished trials, in order.</param>
public sealed record SearchProgress(IReadOnlyList<FinishedTrial> Finished)
{
    /// <summary>What trials are judged by.</summary>
    public EpochMetric Objective { get; init; } = EpochMetric.ValidationAccuracy;

    /// <summary>The trial under way; null when none is.</summary>
    public Trial? Running { get; init; }

    /// <summary>How far the trial under way is.</summary>
    public TrainingProgress? Training { get; init; }

    /// <summary>Why the search is over; null while it is not.</summary>
    public SearchStop? Stopped { get; init; }

    /// <summary>The completed trial with the best score, the earliest of equals; null when there is none.</summary>
    public FinishedTrial? Best => Finished.Where(f => f.Outcome.Score is not null).MaxBy(f => f.Outcome.Score);
}
