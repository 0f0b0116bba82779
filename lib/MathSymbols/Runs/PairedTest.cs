using System.Globalization;
using MathSymbols.Evaluation;

namespace MathSymbols.Runs;

/// <summary>McNemar's exact test between two runs, their predictions paired by image.</summary>
public static class PairedTest
{
    /// <summary>Compares the predictions of two files, paired by set and path. Their classes may stand in another order.</summary>
    /// <param name="first">One run's predictions.</param>
    /// <param name="second">The other's.</param>
    /// <param name="set">One of <see cref="RunSet"/>.</param>
    /// <exception cref="UnpairedPredictionsException">They are not of the same images, or not with the same classes.</exception>
    public static McNemar Of(PredictionsFile first, PredictionsFile second, string set = RunSet.Test)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (one, other) = (ByPath(first, set, "first"), ByPath(second, set, "second"));
        var alone = one.Keys.Except(other.Keys).Concat(other.Keys.Except(one.Keys)).ToList();
        if (alone.Count > 0)
            throw new UnpairedPredictionsException(string.Create(CultureInfo.InvariantCulture, $"The predictions are not of the same {set} images: {alone.Count:N0} are in one run only, such as '{alone[0]}'; compare runs of the same data and split."));
        var relabelled = one.FirstOrDefault(p => p.Value.Truth != other[p.Key].Truth);
        if (relabelled.Key is { } path)
            throw new UnpairedPredictionsException($"The image '{path}' is of class '{relabelled.Value.Truth}' in the first run and of '{other[path].Truth}' in the second; compare runs of the same data.");
        return McNemar.Exact(one.Select(p => (p.Value.IsRight, other[p.Key].IsRight)));
    }

    /// <summary>Compares two runs by their predictions.</summary>
    /// <param name="first">One run.</param>
    /// <param name="second">The other.</param>
    /// <param name="set">One of <see cref="RunSet"/>.</param>
    /// <param name="weights">One of <see cref="RunWeights"/>.</param>
    /// <exception cref="UnpairedPredictionsException">A run has no predictions, or they are not of the same images.</exception>
    /// <exception cref="RunException">A file of predictions is damaged.</exception>
    public static McNemar Of(StoredRun first, StoredRun second, string set = RunSet.Test, string weights = RunWeights.LastEpoch)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Of((first, first.ReadPredictions(weights)), (second, second.ReadPredictions(weights)), set);
    }

    /// <summary>Compares each run with each that comes after it.</summary>
    /// <param name="runs">The runs; may be none.</param>
    /// <param name="set">One of <see cref="RunSet"/>.</param>
    /// <param name="weights">One of <see cref="RunWeights"/>.</param>
    /// <exception cref="RunException">A file of predictions is damaged.</exception>
    public static IReadOnlyList<RunPair> All(IReadOnlyList<StoredRun> runs, string set = RunSet.Test, string weights = RunWeights.LastEpoch)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var read = runs.Select(r => (Run: r, File: r.ReadPredictions(weights))).ToList();
        return [.. read.SelectMany((first, i) => read.Skip(i + 1).Select(second => Pair(first, second)))];

        RunPair Pair((StoredRun Run, PredictionsFile? File) first, (StoredRun Run, PredictionsFile? File) second)
        {
            try
            {
                return new(first.Run, second.Run, Of(first, second, set), null);
            }
            catch (UnpairedPredictionsException e)
            {
                return new(first.Run, second.Run, null, e.Message);
            }
        }
    }

    private static McNemar Of((StoredRun Run, PredictionsFile? File) first, (StoredRun Run, PredictionsFile? File) second, string set)
    {
        // The same path may name another image in other data.
        if (first.Run.Record.Data.Fingerprint != second.Run.Record.Data.Fingerprint)
            throw new UnpairedPredictionsException($"The runs {first.Run.Label} and {second.Run.Label} are of other images, {first.Run.Record.Data.Name} and {second.Run.Record.Data.Name}; compare runs of the same data.");
        return Of(Need(first), Need(second), set);
    }

    private static PredictionsFile Need((StoredRun Run, PredictionsFile? File) read) => read.File
        ?? throw new UnpairedPredictionsException($"The run {read.Run.Label} has no predictions to compare; compare runs that were saved with theirs.");

    private static Dictionary<string, (string Truth, bool IsRight)> ByPath(PredictionsFile file, string set, string which)
    {
        var images = new Dictionary<string, (string, bool)>(StringComparer.Ordinal);
        foreach (var row in file.Of(set))
        {
            if (!images.TryAdd(row.Path, (file.ClassNames[row.Truth], row.IsRight())))
                throw new UnpairedPredictionsException($"The image '{row.Path}' stands twice among the {which} run's {set} predictions; write them again.");
        }

        return images.Count > 0 ? images : throw new UnpairedPredictionsException($"The {which} run has no predictions of {set} images; compare runs that have.");
    }
}
