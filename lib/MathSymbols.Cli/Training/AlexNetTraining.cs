using System.Globalization;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Training;

/// <summary>Trains AlexNet as the report did, in a run's folder, and records what came out.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Device">Where tensors are computed.</param>
/// <param name="Data">The images.</param>
/// <param name="Values">Activation and learning rate.</param>
/// <param name="Search">The search that found them; null when there was none.</param>
/// <param name="Probed">Whether the effect of BatchNorm's statistics is measured after each epoch.</param>
internal sealed record AlexNetTraining(Settings Settings, TorchDevice Device, Dataset Data, HyperParameters Values, SearchResult? Search, bool Probed) : IModelTraining
{
    public string Model => ModelOption.AlexNet;

    public string Description => $"AlexNet ({Values})";

    public int Epochs => Plan.Epochs;

    public IReadOnlyDictionary<string, string> Identity
    {
        get
        {
            var identity = TrainingIdentity.Of(Model, Data, Settings, Plan.BatchSize, Plan.Size, Data.Train(Plan.TrainImages).Count, Data.Validation(Plan.ValidationImages).Count, AlexNetPlan.EarlyStopping);
            identity["batchnorm-probe"] = Probed ? "yes" : "no";
            if (Plan.SettleImages > 0) identity["settled-on"] = $"{Plan.SettleImages}";
            foreach (var name in Values.Names) identity[name.Replace('_', '-')] = Convert.ToString(Values[name], CultureInfo.InvariantCulture)!;
            return identity;
        }
    }

    private AlexNetPlan Plan => AlexNetPlan.For(Settings);

    public StoredRun Run(UnfinishedRun run, RunRecorder recorder, IProgressLines lines, CancellationToken cancellation)
    {
        var (train, validation) = (Data.Train(Plan.TrainImages), Data.Validation(Plan.ValidationImages));
        TorchRuntime.Seed(Settings.Seed);
        using var compiled = AlexNetSearch.Build(Values, Data.ClassNames.Count, Plan.Size, Device);
        using var probe = new BatchNormProbe(compiled.Model, Data.TrainSample(Plan.ProbeImages), validation) { ValidatesSettled = Plan.SettleImages > 0 };
        using var trainer = new Trainer(compiled.Model, compiled.Optimizer);
        var checkpoints = new CheckpointFolder(run.CheckpointFolder, Identity);
        var options = new FitOptions(Plan.Epochs)
        {
            Seed = Settings.Seed,
            EarlyStopping = AlexNetPlan.EarlyStopping,
            SettleOn = Plan.SettleOn(Data),
            KeepBest = AlexNetPlan.EarlyStopping.Monitor,
            Checkpoints = checkpoints,
            Machine = MachineLine.Of(Device),
            Callbacks = Probed ? [probe] : [],
            Progress = new TrainingLines(lines).Show,
        };
        trainer.Fit(train, validation, options, cancellation);
        lines.State("measuring on the validation and test images", 1);
        return recorder.Save(run, new(Model, compiled.Model, trainer, options, train, Values, Search), validation, Data.Test(), KeptWeights.LastAndBest, cancellation);
    }
}
