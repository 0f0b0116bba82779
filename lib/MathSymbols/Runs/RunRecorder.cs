using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;
using MathSymbols.Tuning;
using static TorchSharp.torch;

namespace MathSymbols.Runs;

/// <summary>Measures a trained model and keeps what came out as a run.</summary>
/// <param name="Store">Where it is kept.</param>
/// <param name="Data">The images.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Device">Where tensors were computed.</param>
/// <param name="Command">The command line, or the notebook, that repeats it.</param>
public sealed record RunRecorder(RunStore Store, Dataset Data, Settings Settings, TorchDevice Device, string Command)
{
    /// <summary>The last weights' file in a run's folder, if they were kept.</summary>
    public const string LastWeightsName = "weights-last.safetensors";

    /// <summary>The best weights' file in a run's folder, if they were kept.</summary>
    public const string BestWeightsName = "weights-best.safetensors";

    /// <summary>Measures last and best weights on validation and test images, and saves record, history and predictions. The model keeps its last weights.</summary>
    /// <param name="run">What was trained; see <see cref="RunStore.Begin"/>.</param>
    /// <param name="training">The finished training.</param>
    /// <param name="validation">The validation images.</param>
    /// <param name="test">The test images.</param>
    /// <param name="kept">Which weights are kept in the run's folder, too.</param>
    /// <param name="cancellation">Ends the measuring.</param>
    /// <exception cref="DiskSpaceException">There is too little room for the weights.</exception>
    public StoredRun Save(UnfinishedRun run, FinishedTraining training, BatchLoader validation, BatchLoader test, KeptWeights kept = KeptWeights.None, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(test);
        var last = Measure(training.Model, validation, test, cancellation);
        Keep(LastWeightsName, KeptWeights.Last);
        var best = last;
        if (training.BestEpoch == training.Trainer.History.Last)
        {
            Keep(BestWeightsName, KeptWeights.LastAndBest);
        }
        else
        {
            using var lastWeights = new WeightSnapshot(training.Model);
            training.Trainer.RestoreBest();
            best = Measure(training.Model, validation, test, cancellation);
            Keep(BestWeightsName, KeptWeights.LastAndBest);
            lastWeights.CopyTo(training.Model);
        }

        RunResult[] results = [.. last.Of(RunWeights.LastEpoch), .. best.Of(RunWeights.BestEpoch)];
        return Store.Save(Record(run, training, validation, test, results), [(PredictionsFile.Name, last.Text), (PredictionsFile.BestName, best.Text)]);

        void Keep(string name, KeptWeights least)
        {
            if (kept < least) return;
            DiskSpace.Require(Settings.WorkFolder, WeightsFile.Bytes(training.Model), "Keeping the run's weights");
            WeightsFile.Write(Path.Combine(run.Folder, name), training.Model);
        }
    }

    private Measurement Measure(nn.Module<Tensor, Tensor> model, BatchLoader validation, BatchLoader test, CancellationToken cancellation)
    {
        (string Set, Predictions Predictions)[] found =
        [
            (RunSet.Validation, Evaluator.Predict(model, validation, cancellation)),
            (RunSet.Test, Evaluator.Predict(model, test, cancellation)),
        ];
        var rows = found.SelectMany(f => f.Predictions.Images.Select(i => new Prediction(Data.Images.Files[i.Index].Path, f.Set, i.Label, i.Probabilities)));
        return new([.. found.Select(f => (f.Set, f.Predictions.Result))], new PredictionsFile(Data.ClassNames, [.. rows]).ToText());
    }

    private RunRecord Record(UnfinishedRun run, FinishedTraining training, BatchLoader validation, BatchLoader test, IReadOnlyList<RunResult> results)
    {
        var options = training.Options;
        var trainer = training.Trainer;
        return new()
        {
            Id = run.Id,
            Model = training.Name,
            Profile = Settings.Profile,
            Started = run.Started,
            Finished = DateTimeOffset.UtcNow,
            Commit = run.Commit,
            Command = Command,
            Data = new(Data.Source.Name, Data.Pixels.Fingerprint, Data.Images.Count, Data.Split.Name, training.Train.Count, validation.Count, test.Count),
            Settings = run.Identity,
            HyperParameters = training.HyperParameters.ToJson(),
            Seed = options.Seed,
            BatchSize = training.Train.BatchSize,
            EpochsPlanned = options.Epochs,
            StopReason = trainer.Stopped == StopReason.EarlyStopping ? $"early stopping ({options.EarlyStopping})" : "all epochs done",
            Device = Device.Description,
            Threads = Device.Threads,
            Versions = Versions.Of(Device),
            History = trainer.History,
            Segments = trainer.Segments,
            BestEpoch = training.BestEpoch.Epoch,
            Results = results,
            Notes = [$"The best epoch is the one with the best {training.Metric}.", .. Settled(options), .. training.Notes],
            Search = training.Search is { } search ? [.. search.Trials.Select(TrialFormat.ToJson)] : null,
        };
    }

    private static IEnumerable<string> Settled(FitOptions options) =>
        options.SettleOn is { } sample ? [$"BatchNorm's statistics were gathered anew over {sample.Count} training images before each validation and at the end."] : [];

    // What some weights give on both sets, and the predictions as text.
    private sealed record Measurement(IReadOnlyList<(string Set, EvaluationResult Result)> Results, string Text)
    {
        public IEnumerable<RunResult> Of(string weights) => Results.Select(r => new RunResult(weights, r.Set, r.Result.Loss, r.Result.Correct, r.Result.Count));
    }
}
