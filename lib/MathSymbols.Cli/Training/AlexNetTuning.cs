using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Training;

/// <summary>The search for AlexNet's hyper-parameters, as the settings ask for it.</summary>
internal static class AlexNetTuning
{
    /// <summary>Runs the search, or goes on with it; a finished one is only read.</summary>
    public static SearchResult Run(Settings settings, TorchDevice device, Dataset data, Action<SearchProgress> tell, CancellationToken cancellation)
    {
        var plan = AlexNetSearch.For(settings);
        var tuner = new HyperbandTuner(values => AlexNetSearch.Build(values, data.ClassNames.Count, data.Pixels.Height, device), plan.Space, plan.MaxEpochs, plan.Factor);
        return tuner.Search(data.Train(plan.TrainImages), data.Validation(plan.ValidationImages), AlexNetSearch.Store(settings, data), new SearchOptions
        {
            Seed = settings.Seed,
            SettleOn = AlexNetPlan.For(settings).SettleOn(data),
            EarlyStopping = AlexNetPlan.EarlyStopping,
            Identity = new Dictionary<string, string> { ["model"] = ModelOption.AlexNet, ["data"] = data.Pixels.Fingerprint, ["split"] = data.Split.Name, ["size"] = $"{data.Pixels.Height}" },
            Machine = MachineLine.Of(device),
            Progress = tell,
        }, cancellation);
    }
}
