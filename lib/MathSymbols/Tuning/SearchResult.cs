using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>What a finished search has found.</summary>
/// <param name="Trials">The trials in the order in which they were trained.</param>
/// <param name="Stopped">Why it is over.</param>
/// <param name="Objective">What trials are judged by.</param>
/// <param name="Space">What was searched.</param>
/// <param name="Schedule">Models and epochs as planned.</param>
public sealed record SearchResult(IReadOnlyList<FinishedTrial> Trials, SearchStop Stopped, EpochMetric Objective, SearchSpace Space, HyperbandSchedule Schedule)
{
    /// <summary>The completed trial with the highest score, the earliest of equals.</summary>
    /// <exception cref="TuningException">Every trial has failed.</exception>
    public FinishedTrial Best => Completed.FirstOrDefault() ?? throw new TuningException($"None of the {Trials.Count} trials of the search ran to its end; the first failed with: {Trials[0].Outcome.Failure}");

    /// <summary>The best trial's configuration.</summary>
    /// <exception cref="TuningException">Every trial has failed.</exception>
    public HyperParameters BestHyperParameters => Best.Trial.HyperParameters;

    /// <summary>The completed trials, the best first.</summary>
    public IEnumerable<FinishedTrial> Completed => Trials.Where(t => t.Outcome.Score is not null).OrderByDescending(t => t.Outcome.Score);

    /// <summary>Wall time of all trials.</summary>
    public TimeSpan Elapsed => TimeSpan.FromSeconds(Trials.Sum(t => t.Seconds));
}
