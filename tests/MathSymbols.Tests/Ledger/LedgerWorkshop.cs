using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Ledger;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Tests.Runs;
using MathSymbols.Tests.Support;
using MathSymbols.Training;

namespace MathSymbols.Tests.Ledger;

/// <summary>Tiny images, and own and committed runs on them, to make ledgers of.</summary>
internal sealed class LedgerWorkshop : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LedgerWorkshop()
    {
        Settings = TinyDataset.Settings(_folder);
        Data = TinyDataset.Open(Settings);
    }

    public Settings Settings { get; }

    public Dataset Data { get; }

    public RunStore Store => RunStore.Open(Settings.WorkFolder, _folder["committed"]);

    public ReportLedger Ledger(HandwritingCount? handwriting = null, Profile profile = Profile.Quick) => ReportLedger.Of(Store, Data, Settings with { Profile = profile }, TinyDataset.Device, handwriting);

    public void Dispose()
    {
        Data.Dispose();
        _folder.Dispose();
    }

    /// <summary>Saves an own run whose first <paramref name="right"/> of 6 test images are right.</summary>
    public StoredRun Own(RunRecord record, int right = 5) => Store.Save(record, [(PredictionsFile.Name, Predictions(right).ToText())]);

    public string Commit(string name, RunRecord record, int right = 5)
    {
        var folder = Directory.CreateDirectory(_folder["committed", name]).FullName;
        File.WriteAllText(Path.Combine(folder, PredictionsFile.Name), Predictions(right).ToText());
        File.WriteAllText(Path.Combine(folder, RunStore.RecordName), RunRecordFormat.ToText(record));
        return folder;
    }

    public RunRecord AlexNet(string id = "alexnet-1", int epochs = 3, Profile profile = Profile.Quick, int right = 5) => Record(id, "alexnet", epochs, profile, right) with
    {
        HyperParameters = new() { ["activation"] = "tanh", ["learning_rate"] = 0.001 },
        Search = [Trial("tanh", 0.001, 0.5), Trial("relu", 0.001, 0.25), Trial("relu", 0.01, 0.25)],
    };

    public RunRecord Vgg19(string id = "vgg19-1", int epochs = 20, Profile profile = Profile.Quick, string preprocessing = "scaled", int seed = 7, int right = 5) => Record(id, "vgg19", epochs, profile, right) with
    {
        Seed = seed,
        EpochsPlanned = 20,
        StopReason = "all epochs done",
        HyperParameters = new() { ["preprocessing"] = preprocessing, ["learning_rate"] = 0.001, ["dropout"] = 0.5 },
    };

    /// <summary>The run as it would be with all training images and as many epochs planned as in the report.</summary>
    public RunRecord Whole(RunRecord record, int epochsPlanned) => record with { EpochsPlanned = epochsPlanned, Data = record.Data with { Train = Data.Split.Train.Count } };

    private RunRecord Record(string id, string model, int epochs, Profile profile, int right) => RunSamples.Record(id, epochs) with
    {
        Model = model,
        Profile = profile,
        Data = new("tiny", Data.Pixels.Fingerprint, Data.Images.Count, Data.Split.Name, 20, Data.Split.Validation.Count, Data.Split.Test.Count),
        Results = [new(RunWeights.LastEpoch, RunSet.Validation, 0.5, 10, 13), new(RunWeights.LastEpoch, RunSet.Test, 0.5, right, 6), new(RunWeights.BestEpoch, RunSet.Test, 0.4, right, 6)],
        Notes = [],
        History = new([.. Enumerable.Range(1, epochs).Select(e => new EpochResult(e, 1.0 / e, 0.9, 1.0 / e, e % 2 == 0 ? 0.9 : 0.5, 1e-3, 1, 100))]),
    };

    private PredictionsFile Predictions(int right)
    {
        int[] images = [.. Data.Split.Validation, .. Data.Split.Test];
        return new(Data.ClassNames, [.. images.Select((image, i) =>
        {
            var (file, test) = (Data.Images.Files[image], i - Data.Split.Validation.Count);
            var said = test >= right ? (file.Label + 1) % 3 : file.Label;
            return new Prediction(file.Path, test >= 0 ? RunSet.Test : RunSet.Validation, file.Label, [.. Enumerable.Range(0, 3).Select(c => c == said ? 0.8f : 0.1f)]);
        })]);
    }

    public static JsonObject Trial(string activation, double rate, double score) => new()
    {
        ["hyper_parameters"] = new JsonObject { ["activation"] = activation, ["learning_rate"] = rate },
        ["round"] = 0,
        ["epochs"] = 2,
        ["score"] = score,
        ["seconds"] = 38,
    };
}
