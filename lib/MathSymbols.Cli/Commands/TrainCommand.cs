using System.CommandLine;
using MathSymbols.Cli.Progress;
using MathSymbols.Cli.Runs;
using MathSymbols.Cli.Training;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;
using Spectre.Console;

namespace MathSymbols.Cli.Commands;

/// <summary><c>train</c>: trains a model, saves itself after each epoch, records the run.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var command = new Command("train", "Trains a model and records the run; interrupted at any moment, it goes on with --resume.");
        var train = new TrainOptions(command);
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var device = TorchRuntime.Start(settings);
            var model = train.Model(result);
            var (size, batchSize) = Images(model, settings);
            using var data = Dataset.Open(settings, device, size, batchSize, Waiting.SayPixels, cancellation);
            foreach (var sentence in data.Description) Console.WriteLine(sentence);
            StoredRun saved;
            using (var lines = ProgressLines.Create())
            {
                using var network = model == ModelOption.Vgg19 ? Vgg19Base.Open(settings, train.Preprocessing(result), device, new DownloadLines(lines).Show, cancellation) : null;
                IModelTraining training = model switch
                {
                    ModelOption.Vgg19 => Vgg19(network!, train.Stops(result), settings, device, data, lines),
                    ModelOption.SymbolNet => new SymbolNetTraining(settings, device, data),
                    _ => AlexNet(train, result, settings, device, data, lines, cancellation),
                };
                var store = RunStore.Open(settings);
                var run = Choose(store, training, train.Resume(result), lines);
                lines.Line($"Training {training.Description} for at most {training.Epochs} epochs; the run is '{run.Id}', in '{run.Folder}'.");
                saved = Run(training, run, new(store, data, settings, device, RepeatedCommand.Of(result, without: TrainOptions.ResumeName)), lines, cancellation);
            }

            AnsiConsole.Write(RunView.Results(saved.Record));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static (int Size, int BatchSize) Images(string model, Settings settings)
    {
        var (alexNet, vgg19) = (AlexNetPlan.For(settings), Vgg19Plan.For(settings));
        return model switch
        {
            ModelOption.Vgg19 => (vgg19.Size, vgg19.BatchSize),
            ModelOption.SymbolNet => (SymbolNet.Size, SymbolNetPlan.For(settings).BatchSize),
            _ => (alexNet.Size, alexNet.BatchSize),
        };
    }

    private static AlexNetTraining AlexNet(TrainOptions train, ParseResult result, Settings settings, TorchDevice device, Dataset data, IProgressLines lines, CancellationToken cancellation)
    {
        var search = train.Tuned(result) ? AlexNetTuning.Run(settings, device, data, new SearchLines(lines).Show, cancellation) : null;
        return new(settings, device, data, search?.BestHyperParameters ?? train.Values(result), search, train.Probed(result));
    }

    private static Vgg19Training Vgg19(Vgg19Base network, bool stops, Settings settings, TorchDevice device, Dataset data, IProgressLines lines)
    {
        foreach (var note in Vgg19Record.Notes(network)) lines.Line(note);
        return new(settings, device, data, network, stops);
    }

    private static StoredRun Run(IModelTraining training, UnfinishedRun run, RunRecorder recorder, IProgressLines lines, CancellationToken cancellation)
    {
        try
        {
            return training.Run(run, recorder, lines, cancellation);
        }
        catch (OperationCanceledException)
        {
            lines.Line("What the finished epochs have given is kept; the same command with --resume goes on after the last of them.");
            throw;
        }
    }

    private static UnfinishedRun Choose(RunStore store, IModelTraining training, bool resume, IProgressLines lines)
    {
        var identity = training.Identity;
        var unfinished = store.Unfinished.FirstOrDefault(r => r.Is(identity));
        if (!resume)
        {
            if (unfinished is not null) lines.Line($"The interrupted run '{unfinished.Id}' has the same settings; --resume would go on with it. This is a new run.");
            return store.Begin(training.Model, identity);
        }

        if (unfinished is null) throw new CommandException("There is no interrupted training with these settings; without --resume a new one starts.");
        var history = new CheckpointFolder(unfinished.CheckpointFolder, identity).ReadHistory();
        lines.Line(history.Epochs.Count == 0 ? "No epoch was finished; training starts again." : $"Going on after epoch {history.Last.Epoch}.");
        return unfinished;
    }
}
