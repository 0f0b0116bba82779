using System.CommandLine;
using MathSymbols.Classification;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>runs save</c>: makes one file of a run's weights, which <c>predict</c> takes.</summary>
internal static class RunsSaveCommand
{
    public static Command Create(SettingsOptions options)
    {
        var id = new Argument<string>("id") { Description = "The run's id or label, or the start of one." };
        var output = new OutOption("The file to write.", "file") { Required = true };
        var best = new Option<bool>("--best") { Description = "The weights of the best epoch instead of the last." };
        var withBase = new Option<bool>("--with-base") { Description = "Puts VGG19's convolutions into the file, too (80 MB): then it needs nothing else." };
        var command = new Command("save", "Saves a run's weights as a classifier, with all that is needed to use it.") { id, output, best, withBase };
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var run = RunStore.Open(settings).Find(result.GetValue(id)!);
            var weights = result.GetValue(best) ? RunWeights.BestEpoch : RunWeights.LastEpoch;
            _ = run.WeightsPath(weights) ?? throw new CommandException($"The run '{run.Label}' has kept no weights of its {weights}: train it again to save it.");
            var device = TorchRuntime.Start(settings);
            using var lines = ProgressLines.Create();
            using var data = Dataset.Open(settings, device, RunArchitecture.Of(run).Size, batchSize: 1, Waiting.SayPixels, cancellation);
            using var classifier = SymbolClassifier.Of(run, data, settings, device, weights, new DownloadLines(lines).Show, cancellation);
            lines.Dispose();
            var path = Path.GetFullPath(result.GetValue(output)!);
            var bytes = classifier.Save(path, result.GetValue(withBase));
            Console.WriteLine($"{classifier.Description}");
            Console.WriteLine($"'{path}': {DiskSpace.Size(bytes)}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
