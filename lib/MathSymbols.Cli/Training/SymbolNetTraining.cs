using System.Globalization;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;

namespace MathSymbols.Cli.Training;

/// <summary>Trains SymbolNet in a run's folder, and records what came out.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Device">Where tensors are computed.</param>
/// <param name="Data">The images.</param>
internal sealed record SymbolNetTraining(Settings Settings, TorchDevice Device, Dataset Data) : IModelTraining
{
    public string Model => ModelOption.SymbolNet;

    public string Description => $"SymbolNet ({SymbolNetRecord.Values})";

    public int Epochs => Plan.Epochs;

    public IReadOnlyDictionary<string, string> Identity
    {
        get
        {
            var identity = TrainingIdentity.Of(Model, Data, Settings, Plan.BatchSize, SymbolNet.Size, Data.TrainIndices(Plan.TrainImages).Count, Data.ValidationIndices(Plan.ValidationImages).Count, stopping: null);

            // Where in its cycle the learning rate is depends on how many epochs there will be.
            identity["epochs"] = $"{Plan.Epochs}";
            foreach (var name in SymbolNetRecord.Values.Names) identity[name.Replace('_', '-')] = Convert.ToString(SymbolNetRecord.Values[name], CultureInfo.InvariantCulture)!;
            return identity;
        }
    }

    private SymbolNetPlan Plan => SymbolNetPlan.For(Settings);

    public StoredRun Run(UnfinishedRun run, RunRecorder recorder, IProgressLines lines, CancellationToken cancellation)
    {
        var (train, validation) = (Data.Train(Plan.TrainImages), Data.Validation(Plan.ValidationImages));
        TorchRuntime.Seed(Settings.Seed);
        using var model = new SymbolNet(Data.ClassNames.Count, Device);
        using var optimizer = SymbolNetPlan.Optimizer(model);
        using var trainer = new Trainer(model, optimizer);
        var options = Plan.Options(Settings) with
        {
            Checkpoints = new CheckpointFolder(run.CheckpointFolder, Identity),
            Machine = MachineLine.Of(Device),
            Progress = new TrainingLines(lines).Show,
        };
        trainer.Fit(train, validation, options, cancellation);
        lines.State("measuring on the validation and test images", 1);
        return recorder.Save(run, new(Model, model, trainer, options, train, SymbolNetRecord.Values), validation, Data.Test(), KeptWeights.Last, cancellation);
    }
}
