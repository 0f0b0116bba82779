namespace MathSymbols.Runs;

/// <summary>Runs that differ in their seed alone, and the median of what they give.</summary>
/// <param name="Runs">The runs by seed; at least one.</param>
public sealed record SeedGroup(IReadOnlyList<StoredRun> Runs)
{
    /// <summary>The run in the middle by test accuracy with the weights of the last epoch; of two in the middle the lower.</summary>
    public StoredRun Median => Ordered[(Ordered.Count - 1) / 2];

    /// <summary>The runs from the lowest test accuracy to the highest.</summary>
    public IReadOnlyList<StoredRun> Ordered { get; } = [.. Runs.OrderBy(r => r.Record.Result(RunWeights.LastEpoch, RunSet.Test)?.Accuracy ?? 0).ThenBy(r => r.Record.Seed)];

    /// <summary>Groups runs by all that is not their seed: model, hyper-parameters, profile, images and split, epochs, batch size, settings.</summary>
    /// <param name="runs">The runs, in any order.</param>
    public static IReadOnlyList<SeedGroup> Of(IEnumerable<StoredRun> runs) => [.. runs
        .GroupBy(r => (r.Record.Model, r.Record.HyperParameters.ToJsonString(), r.Record.Profile, r.Record.Data, r.Record.EpochsPlanned, r.Record.BatchSize, Settings(r.Record)))
        .Select(g => new SeedGroup([.. g.OrderBy(r => r.Record.Seed)]))];

    private static string Settings(RunRecord record) => string.Join('\n', record.Settings.Where(s => s.Key != "seed").OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"));
}
