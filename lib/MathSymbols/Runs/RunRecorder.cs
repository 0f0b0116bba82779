using System.Reflection;
using System.Runtime.InteropServices;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Models;
using MathSymbols.Runtime;
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
    /// <param name="keepWeights">True to keep the weights in the run's folder, too.</param>
    /// <param name="cancellation">Ends the measuring.</param>
    public StoredRun Save(UnfinishedRun run, FinishedTraining training, BatchLoader validation, BatchLoader test, bool keepWeights = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        ArgumentNullException.ThrowIfNull(test);
        var (results, files) = (new List<RunResult>(), new List<(string, string)>());
        Measure(RunWeights.LastEpoch, PredictionsFile.Name, LastWeightsName);
        using (var last = new WeightSnapshot(training.Model))
        {
            training.Trainer.RestoreBest();
            Measure(RunWeights.BestEpoch, PredictionsFile.BestName, BestWeightsName);
            last.CopyTo(training.Model);
        }

        return Store.Save(Record(run, training, validation, test, results), files);

        void Measure(string weights, string predictionsName, string weightsName)
        {
            var rows = new List<Prediction>();
            foreach (var (set, loader) in new[] { (RunSet.Validation, validation), (RunSet.Test, test) })
            {
                var found = Evaluator.Predict(training.Model, loader, cancellation);
                results.Add(new(weights, set, found.Result.Loss, found.Result.Correct, found.Result.Count));
                rows.AddRange(found.Images.Select(i => new Prediction(Data.Images.Files[i.Index].Path, set, i.Label, i.Probabilities)));
            }

            files.Add((predictionsName, new PredictionsFile(Data.ClassNames, rows).ToText()));
            if (keepWeights) WeightsFile.Write(Path.Combine(run.Folder, weightsName), training.Model);
        }
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
            Versions = new Dictionary<string, string>
            {
                ["MathSymbols"] = Version(typeof(RunRecorder)),
                ["TorchSharp"] = Version(typeof(Tensor)),
                ["LibTorch"] = Device.LibTorchVersion,
                [".NET"] = RuntimeInformation.FrameworkDescription,
            },
            History = trainer.History,
            Segments = trainer.Segments,
            BestEpoch = training.BestEpoch.Epoch,
            Results = results,
            Notes = [$"The best epoch is the one with the best {training.Metric}.", .. Settled(options)],
            Search = training.Search is { } search ? [.. search.Trials.Select(TrialFormat.ToJson)] : null,
        };
    }

    private static IEnumerable<string> Settled(FitOptions options) =>
        options.SettleOn is { } sample ? [$"BatchNorm's statistics were gathered anew over {sample.Count} training images before each validation and at the end."] : [];

    private static string Version(Type type)
    {
        var assembly = type.Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "unknown";
        return version.Split('+')[0];
    }
}
