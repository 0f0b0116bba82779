using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Cli.Training;
using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Commands;

/// <summary><c>evaluate</c>: measures a run's kept weights on test images.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("run") { Description = "A run's id or the start of it; the latest of your own runs if none is named.", Arity = ArgumentArity.ZeroOrOne };
        var best = new Option<bool>("--best") { Description = "The weights of the best epoch instead of the last." };
        var command = new Command("evaluate", "Measures the weights of a run of train on the test images.") { id, best };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var run = Choose(RunStore.Open(settings), result.GetValue(id));
            var weights = Path.Combine(run.Folder, result.GetValue(best) ? RunRecorder.BestWeightsName : RunRecorder.LastWeightsName);
            if (!File.Exists(weights)) throw new CommandException($"The run '{run.Label}' has kept no weights in '{run.Folder}': train it again to measure it.");
            var record = run.Record;
            var activation = ActivationOf(run);
            var device = TorchRuntime.Start(settings);
            var size = AlexNetPlan.For(settings).Size;
            using var data = Dataset.Open(settings, device, size, settings.BatchSizeOr(record.BatchSize), cancellation);
            using var model = new AlexNet(data.ClassNames.Count, activation, size, device);
            WeightsFile.Read(weights, model);
            var measured = Evaluator.Evaluate(model, data.Test(), cancellation);
            Console.WriteLine(data.Source.Description);
            if (data.Pixels.Fingerprint != record.Data.Fingerprint) Console.WriteLine("These are not the images that the run was trained on.");
            else if (data.Split.Name != record.Data.Split) Console.WriteLine($"The run was trained with another split ({record.Data.Split}): it may have been trained on some of these images.");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Label}, {(result.GetValue(best) ? RunWeights.BestEpoch : RunWeights.LastEpoch)}: loss {measured.Loss:0.0000}, accuracy {measured.Accuracy:P2} ({measured.Correct:N0} of {measured.Count:N0} test images; 95 % interval {measured.Interval.Low:P1} to {measured.Interval.High:P1})."));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Activation ActivationOf(StoredRun run) =>
        run.Record.Model == ModelOption.AlexNet && run.Record.HyperParameters[AlexNetSearch.Activation] is JsonValue value
        && value.TryGetValue(out string? name) && Enum.TryParse<Activation>(name, ignoreCase: true, out var activation)
            ? activation
            : throw new CommandException($"The run '{run.Label}' is not a training of AlexNet whose activation is known: it cannot be measured.");

    private static StoredRun Choose(RunStore store, string? id)
    {
        if (id is not null) return store.Find(id);
        return store.Runs.LastOrDefault(r => !r.Committed) ?? throw new CommandException("There is no run of your own to measure; `mathsymbols train` makes one.");
    }
}
