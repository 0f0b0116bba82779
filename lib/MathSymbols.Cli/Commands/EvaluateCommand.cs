using System.CommandLine;
using System.Globalization;
using MathSymbols.Cli.Progress;
using MathSymbols.Cli.Runs;
using MathSymbols.Evaluation;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Commands;

/// <summary><c>evaluate</c>: measures a run's kept weights on test images.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("run") { Description = "A run's id or the start of it; the latest of your own runs if none is named.", Arity = ArgumentArity.ZeroOrOne };
        var best = new Option<bool>("--best") { Description = "The weights of the best epoch instead of the last." };
        var report = new Option<bool>("--report") { Description = "Also prints precision, recall and f1 of each class, as scikit-learn's classification_report." };
        var command = new Command("evaluate", "Measures the weights of a run of train on the test images.") { id, best, report };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var run = Choose(RunStore.Open(settings), result.GetValue(id));
            var weights = Path.Combine(run.Folder, result.GetValue(best) ? RunRecorder.BestWeightsName : RunRecorder.LastWeightsName);
            if (!File.Exists(weights)) throw new CommandException($"The run '{run.Label}' has kept no weights in '{run.Folder}': train it again to measure it.");
            var record = run.Record;
            using var lines = ProgressLines.Create();
            using var model = RunModel.Open(run, weights, settings, TorchRuntime.Start(settings), lines, cancellation);
            var predictions = model.Predict(cancellation);
            lines.Dispose();
            var (data, measured) = (model.Data, predictions.Result);
            foreach (var sentence in data.Description) Console.WriteLine(sentence);
            if (data.Pixels.Fingerprint != record.Data.Fingerprint) Console.WriteLine("These are not the images that the run was trained on.");
            else if (data.Split.Name != record.Data.Split) Console.WriteLine($"The run was trained with another split ({record.Data.Split}): it may have been trained on some of these images.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Label}, {(result.GetValue(best) ? RunWeights.BestEpoch : RunWeights.LastEpoch)}: loss {measured.Loss:0.0000}, accuracy {measured.Accuracy:P2} ({measured.Correct:N0} of {measured.Count:N0} test images; 95 % interval {measured.Interval.Low:P1} to {measured.Interval.High:P1})."));
            if (result.GetValue(report)) Console.Write("\n" + ClassificationReport.Of(ConfusionMatrix.Of(data.ClassNames, predictions.Images)).Text());
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static StoredRun Choose(RunStore store, string? id)
    {
        if (id is not null) return store.Find(id);
        return store.Runs.LastOrDefault(r => !r.Committed) ?? throw new CommandException("There is no run of your own to measure; `mathsymbols train` makes one.");
    }
}
