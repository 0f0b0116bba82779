using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Training;

/// <summary>The search for AlexNet's hyper-parameters, as the settings ask for it.</summary>
internal static class AlexNetTuning
{
    /// <summary>Epochs without a better validation loss after which the report ends training.</summary>
    public const int Patience = 5;

    /// <summary>Runs the search, or goes on with it; a finished one is only read.</summary>
    public static SearchResult Run(Settings settings, TorchDevice device, AlexNetData data, TrialStore store, Action<SearchProgress> tell, CancellationToken cancellation)
    {
        var plan = AlexNetSearch.For(settings);
        var size = AlexNetPlan.For(settings).Size;
        var tuner = new HyperbandTuner(values => AlexNetSearch.Build(values, data.Images.ClassNames.Count, size, device), plan.Space, plan.MaxEpochs, plan.Factor);
        return tuner.Search(data.Train(plan.TrainImages), data.Validation(plan.ValidationImages), store, new SearchOptions
        {
            Seed = settings.Seed,
            EarlyStopping = new EarlyStopping(EpochMetric.ValidationLoss, Patience),
            Identity = Identity(data),
            Machine = MachineLine.Of(device),
            Progress = tell,
        }, cancellation);
    }

    /// <summary>Takes the folder of the search that the settings ask for.</summary>
    public static TrialStore Open(Settings settings, AlexNetData data, CancellationToken cancellation)
    {
        var profile = settings.Profile == Profile.Full ? "full" : "quick";
        var key = $"{data.Split.Name}\n{settings.Seed}\n{settings.BatchSize}\n{settings.TrainImages}";
        return TrialStore.Open(Path.Combine(settings.WorkFolder.Tuning, $"alexnet-{profile}-{data.Pixels.Fingerprint[..12]}-{ShortHash.Of(key)}"), cancellation);
    }

    private static Dictionary<string, string> Identity(AlexNetData data) => new()
    {
        ["model"] = ModelOption.AlexNet,
        ["data"] = data.Pixels.Fingerprint,
        ["split"] = data.Split.Name,
        ["size"] = $"{data.Pixels.Height}",
    };
}
