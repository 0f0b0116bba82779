using MathSymbols.Data;
using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>How a search is run.</summary>
public sealed record SearchOptions
{
    /// <summary>Seeds the draws, the initial weights and what is random in training, 0 or more.</summary>
    public int Seed { get; init; } = 1001;

    /// <summary>What a trial is judged by, in its best epoch: an accuracy, since higher is better. The report's is that on the validation images.</summary>
    public EpochMetric Objective { get; init; } = EpochMetric.ValidationAccuracy;

    /// <summary>As <see cref="FitOptions.SettleOn"/>, for each trial.</summary>
    public BatchLoader? SettleOn { get; init; }

    /// <summary>Ends a trial early; null to run all its epochs.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>What else makes the search what it is, such as the data's fingerprint, by name: a store with another is refused.</summary>
    public IReadOnlyDictionary<string, string> Identity { get; init; } = new Dictionary<string, string>();

    /// <summary>What the search is done on.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Told on the training thread when the search begins, about once a second, and after each trial.</summary>
    public Action<SearchProgress>? Progress { get; init; }
}
