using MathSymbols.Runtime;

namespace MathSymbols.Runs;

/// <summary>A run on the disk.</summary>
/// <param name="Record">Its record.</param>
/// <param name="Folder">Its folder, which also holds history.csv and perhaps predictions.</param>
/// <param name="Committed">True when it lies in the clone, under models/runs; false for a person's own.</param>
public sealed record StoredRun(RunRecord Record, string Folder, bool Committed)
{
    /// <summary>A short name for legends and tables: a committed run's folder, such as full-alexnet; an own run's id.</summary>
    public string Label => Committed ? Path.GetFileName(Folder) : Record.Id;

    /// <summary>What made the run, in one line: "full-alexnet, committed · full profile · …".</summary>
    public string Describe()
    {
        var profile = $"{Record.Profile.Word()} profile";
        return $"{Label}{(Committed ? ", committed" : "")} · {profile} · {Record.Data.Name} · {Record.Device}";
    }

    /// <summary>The file with weights that were kept; null when these were not.</summary>
    /// <param name="weights">One of <see cref="RunWeights"/>.</param>
    public string? WeightsPath(string weights = RunWeights.LastEpoch)
    {
        var path = Path.Combine(Folder, weights == RunWeights.BestEpoch ? RunRecorder.BestWeightsName : RunRecorder.LastWeightsName);
        return File.Exists(path) ? path : null;
    }

    /// <summary>The file with predictions; null when there is none.</summary>
    /// <param name="weights">One of <see cref="RunWeights"/>.</param>
    public string? PredictionsPath(string weights = RunWeights.LastEpoch)
    {
        var path = Path.Combine(Folder, weights == RunWeights.BestEpoch ? PredictionsFile.BestName : PredictionsFile.Name);
        return File.Exists(path) ? path : null;
    }

    /// <summary>The predictions; null when there are none.</summary>
    /// <param name="weights">One of <see cref="RunWeights"/>.</param>
    /// <exception cref="RunException">The file is damaged.</exception>
    public PredictionsFile? ReadPredictions(string weights = RunWeights.LastEpoch) => PredictionsPath(weights) is { } path ? PredictionsFile.Read(path) : null;
}
