using System.Text.Json;
using System.Text.Json.Nodes;
using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Training;
using static TorchSharp.torch;

namespace MathSymbols.Tuning;

/// <summary>
/// The folder of one search: what is searched, each finished trial in a file of its own, the weights that later trials may start from, and
/// the checkpoint of the trial under way. A kill at any instant repeats no finished trial. One search at a time may use it.
/// </summary>
public sealed class TrialStore
{
    private const string Format = "mathsymbols-search";
    private const int Version = 1;
    private const string UnderWay = "under-way-";
    private const string Anew = "delete the folder of the search to begin anew";

    /// <summary>Names a folder for a search; nothing is read or written yet.</summary>
    /// <param name="folder">The folder; it is created on first use.</param>
    public TrialStore(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        FolderPath = Path.GetFullPath(folder);
    }

    /// <summary>The folder's absolute path.</summary>
    public string FolderPath { get; }

    private string SearchPath => Path.Combine(FolderPath, "search.json");

    private string FinishedPath => Path.Combine(FolderPath, "finished.json");

    private string TrialsFolder => Path.Combine(FolderPath, "trials");

    private string WeightsFolder => Path.Combine(FolderPath, "weights");

    /// <summary>Deletes everything the store holds.</summary>
    /// <returns>True when there was something.</returns>
    /// <exception cref="TuningException">A search is at work in the folder.</exception>
    public bool Clear()
    {
        if (!Directory.Exists(FolderPath)) return false;
        using var held = Hold();
        var found = File.Exists(SearchPath);
        File.Delete(FinishedPath);
        File.Delete(SearchPath);
        DeleteFolders();
        return found;
    }

    /// <summary>Deletes a finished search; an interrupted one is kept, so that it can be gone on with.</summary>
    /// <returns>What was done, in one sentence.</returns>
    /// <exception cref="TuningException">A search is at work in the folder.</exception>
    public string ClearFinished()
    {
        if (File.Exists(SearchPath) && !File.Exists(FinishedPath)) return "The folder holds a search that was interrupted; it will be gone on with.";
        return Clear() ? "The trials of an earlier search are deleted." : "There are no trials of an earlier search.";
    }

    /// <summary>Keeps other searches out until the result is disposed of.</summary>
    /// <exception cref="TuningException">Another search is at work in the folder.</exception>
    internal IDisposable Hold()
    {
        var held = FileLock.TryAcquire(Path.Combine(FolderPath, "lock"))
            ?? throw new TuningException($"Another search is at work in '{FolderPath}': wait for its end, or stop it.");
        AtomicFile.Sweep(FolderPath);
        return held;
    }

    /// <summary>Binds the store to a search, and reads its finished trials.</summary>
    /// <param name="space">What is searched.</param>
    /// <param name="identity">What makes the search what it is, by name.</param>
    /// <exception cref="TuningException">The folder holds another search, or a file in it is damaged.</exception>
    internal IReadOnlyList<FinishedTrial> Begin(SearchSpace space, RunIdentity identity)
    {
        if (!File.Exists(SearchPath))
        {
            // What lies there without it, as after a Clear that was killed, is another search's.
            DeleteFolders();
            AtomicFile.Write(SearchPath, new JsonObject { ["format"] = Format, ["version"] = Version, ["identity"] = identity.ToJson() }.ToJsonString());
            return [];
        }

        var search = Parse(SearchPath) as JsonObject;
        if (search?["format"]?.ToString() != Format || search["identity"] is not JsonObject saved || search["version"] is not JsonValue number || !number.TryGetValue(out int version)) throw Damaged(SearchPath, "it is not a search of MathSymbols");
        if (version > Version) throw new TuningException($"The search in '{FolderPath}' was written by a newer version of MathSymbols: use that one, or {Anew}.");
        var differences = identity.Differences(saved);
        if (differences.Count > 0)
            throw new TuningException($"The folder '{FolderPath}' holds another search ({string.Join("; ", differences)}): use the same settings, or {Anew}.");
        var trials = ReadTrials(space);
        foreach (var trial in trials) DeleteCheckpoint(trial.Trial.Number);
        return trials;
    }

    /// <summary>Keeps a finished trial; from then on it is never repeated.</summary>
    internal void Add(FinishedTrial finished)
    {
        AtomicFile.Write(TrialPath(finished.Trial.Number), TrialFormat.ToJson(finished).ToJsonString());
        DeleteCheckpoint(finished.Trial.Number);
    }

    /// <summary>Gives a model the best weights of a finished trial.</summary>
    /// <exception cref="TuningException">They are missing, damaged or another model's.</exception>
    internal void ReadWeights(int number, nn.Module model)
    {
        var path = WeightsPath(number);
        if (!File.Exists(path)) throw new TuningException($"The weights of trial {number}, '{path}', are missing: {Anew}.");
        try
        {
            WeightsFile.Read(path, model);
        }
        catch (SafetensorsException e)
        {
            throw new TuningException($"The weights of trial {number} cannot be used ({e.Message.TrimEnd('.')}): {Anew}.");
        }
    }

    /// <summary>Marks the search as finished.</summary>
    internal void End(SearchStop reason)
    {
        CleanWeights(new HashSet<int>());
        AtomicFile.Write(FinishedPath, new JsonObject { ["stopped"] = reason.ToString() }.ToJsonString());
    }

    /// <summary>Where the trial under way saves itself.</summary>
    internal string CheckpointPath(int number) => Path.Combine(FolderPath, $"{UnderWay}{number:0000}");

    /// <summary>Where the best weights of a finished trial are kept while they may be needed.</summary>
    internal string WeightsPath(int number) => Path.Combine(WeightsFolder, $"{number:0000}.safetensors");

    /// <summary>Deletes the weights of all trials but some.</summary>
    internal void CleanWeights(IReadOnlySet<int> needed)
    {
        if (!Directory.Exists(WeightsFolder)) return;
        var kept = needed.Select(WeightsPath).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(WeightsFolder, "*.safetensors").Where(f => !kept.Contains(f))) File.Delete(file);
    }

    private string TrialPath(int number) => Path.Combine(TrialsFolder, $"{number:0000}.json");

    private List<FinishedTrial> ReadTrials(SearchSpace space)
    {
        var trials = new List<FinishedTrial>();
        for (var number = 0; File.Exists(TrialPath(number)); number++)
        {
            try
            {
                trials.Add(TrialFormat.FromJson(Parse(TrialPath(number)), space));
            }
            catch (FormatException e)
            {
                throw Damaged(TrialPath(number), e.Message);
            }
        }

        return trials;
    }

    // Only what a search writes: the folder may be one that holds other things.
    private void DeleteFolders()
    {
        foreach (var folder in Directory.GetDirectories(FolderPath, UnderWay + "*").Concat([TrialsFolder, WeightsFolder]).Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    private void DeleteCheckpoint(int number)
    {
        if (Directory.Exists(CheckpointPath(number))) Directory.Delete(CheckpointPath(number), recursive: true);
    }

    private static JsonNode? Parse(string path)
    {
        try
        {
            return JsonNode.Parse(RegularFile.ReadText(path, Limits.JsonBytes), documentOptions: new() { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            throw Damaged(path, "it is not JSON");
        }
    }

    private static TuningException Damaged(string path, string why) => new($"'{path}' is damaged ({why}): {Anew}.");
}
