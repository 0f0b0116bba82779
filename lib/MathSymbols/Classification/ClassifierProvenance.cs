using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>Which run a classifier comes from.</summary>
/// <param name="Run">The run's label.</param>
/// <param name="Weights">Which of its weights: one of <see cref="RunWeights"/>.</param>
/// <param name="Profile">quick or full.</param>
/// <param name="Data">What a person calls its images.</param>
/// <param name="Fingerprint">Hash over its images.</param>
/// <param name="Split">How they were split.</param>
/// <param name="Seed">The seed of every generator.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="Commit">The clone's commit; null when it is not known.</param>
/// <param name="Results">What these weights gave on validation and test images.</param>
public sealed record ClassifierProvenance(
    string Run, string Weights, string Profile, string Data, string Fingerprint, string Split, int Seed, int Epochs, string? Commit, IReadOnlyList<RunResult> Results)
{
    internal static ClassifierProvenance Of(StoredRun run, string weights)
    {
        var record = run.Record;
        return new(
            run.Label, weights, record.Profile.Word(), record.Data.Name, record.Data.Fingerprint, record.Data.Split, record.Seed,
            weights == RunWeights.BestEpoch ? record.BestEpoch : record.History.Epochs.Count, record.Commit, [.. record.Results.Where(r => r.Weights == weights)]);
    }
}
