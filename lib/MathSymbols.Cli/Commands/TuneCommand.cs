using System.CommandLine;
using MathSymbols.Cli.Progress;
using MathSymbols.Cli.Training;
using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Commands;

/// <summary><c>tune</c>: Hyperband over a model's hyper-parameters.</summary>
internal static class TuneCommand
{
    public static Command Create()
    {
        var overwrite = new Option<bool>("--overwrite") { Description = "Forgets the trials of an earlier search with the same settings; without it, an interrupted search goes on and a finished one is shown." };
        var command = new Command("tune", "Searches for the best hyper-parameters with Hyperband; an interrupted search goes on where it was.") { ModelOption.Create(ModelOption.AlexNet), overwrite };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var device = TorchRuntime.Start(settings);
            var plan = AlexNetPlan.For(settings);
            using var data = Dataset.Open(settings, device, plan.Size, plan.BatchSize, Waiting.SayPixels, cancellation);
            var store = AlexNetSearch.Store(settings, data);
            if (result.GetValue(overwrite)) store.Clear();
            foreach (var sentence in data.Description) Console.WriteLine(sentence);
            Console.WriteLine($"Searching {AlexNetSearch.For(settings).Space.Describe()}; the trials are kept in '{store.FolderPath}'.");
            SearchResult found;
            using (var lines = ProgressLines.Create())
            {
                found = AlexNetTuning.Run(settings, device, data, new SearchLines(lines).Show, cancellation);
            }

            Console.WriteLine(ResultsSummary.Text(found));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
