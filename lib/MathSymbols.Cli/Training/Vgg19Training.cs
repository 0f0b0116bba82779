using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Training;

/// <summary>Trains a head on VGG19's features as the report did, in a run's folder, and records what came out.</summary>
/// <param name="Settings">The settings.</param>
/// <param name="Device">Where tensors are computed.</param>
/// <param name="Data">The images.</param>
/// <param name="Network">The frozen base.</param>
/// <param name="Stops">Whether the early stopping that the report did not pass is used.</param>
internal sealed record Vgg19Training(Settings Settings, TorchDevice Device, Dataset Data, Vgg19Base Network, bool Stops) : IModelTraining
{
    public string Model => ModelOption.Vgg19;

    public string Description => $"VGG19's head ({Values})";

    public int Epochs => Plan.Epochs;

    public IReadOnlyDictionary<string, string> Identity
    {
        get
        {
            var identity = TrainingIdentity.Of(Model, Data, Settings, Plan.BatchSize, Plan.Size, Data.TrainIndices(Plan.TrainImages).Count, Data.ValidationIndices(Plan.ValidationImages).Count, Stopping);
            identity[Vgg19Record.Base] = Network.Digest;
            identity[Vgg19Record.Preprocessing] = Network.Preprocessing.Word();
            return identity;
        }
    }

    private Vgg19Plan Plan => Vgg19Plan.For(Settings);

    private EarlyStopping? Stopping => Stops ? Vgg19Plan.EarlyStopping : null;

    private HyperParameters Values => Vgg19Record.Values(Network);

    public StoredRun Run(UnfinishedRun run, RunRecorder recorder, IProgressLines lines, CancellationToken cancellation)
    {
        using var features = FeatureCache.Open(Data, Network, Settings.WorkFolder, cancellation);
        features.Fill([.. Data.TrainIndices(Plan.TrainImages), .. Data.ValidationIndices(Plan.ValidationImages), .. Data.Split.Test], p => lines.State($"{p}", (double)p.Done / p.Total), cancellation);
        var (train, validation) = (features.Train(Plan.TrainImages), features.Validation(Plan.ValidationImages));
        TorchRuntime.Seed(Settings.Seed);
        using var head = new Vgg19Head(features.Values, Data.ClassNames.Count, Device);
        using var optimizer = KerasDefaults.Adam(head);
        using var trainer = new Trainer(head, optimizer);
        var options = new FitOptions(Plan.Epochs)
        {
            Seed = Settings.Seed,
            EarlyStopping = Stopping,
            KeepBest = Vgg19Plan.EarlyStopping.Monitor,
            Checkpoints = new CheckpointFolder(run.CheckpointFolder, Identity),
            Machine = MachineLine.Of(Device),
            Progress = new TrainingLines(lines).Show,
        };
        trainer.Fit(train, validation, options, cancellation);
        lines.State("measuring on the validation and test images", 1);
        return recorder.Save(run, new(Model, head, trainer, options, train, Values) { Notes = Vgg19Record.Notes(Network) }, validation, features.Test(), KeptWeights.LastAndBest, cancellation);
    }
}
