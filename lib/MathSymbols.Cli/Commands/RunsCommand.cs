using System.CommandLine;
using MathSymbols.Cli.Runs;
using MathSymbols.Runs;
using Spectre.Console;

namespace MathSymbols.Cli.Commands;

/// <summary><c>runs</c>: compares what was trained, here and by the committed runs.</summary>
internal static class RunsCommand
{
    public static Command Create()
    {
        var command = new Command("runs", "Lists the runs there are, committed ones first, and compares them.");

        // One set of options for both commands, so that --work counts before and after `show`.
        var options = new SettingsOptions(command, recursive: true);
        command.Add(RunsShowCommand.Create(options));
        command.Add(RunsSaveCommand.Create(options));
        command.SetAction((result, _) =>
        {
            var store = RunStore.Open(options.Read(result));
            foreach (var run in store.Damaged) Console.Error.WriteLine($"mathsymbols: {Sentence.OneLine(run.Reason)}");
            if (store.Runs.Count == 0) Console.WriteLine("There is no run yet; `mathsymbols train` makes one.");
            else AnsiConsole.Write(RunsView.Table([.. store.Runs.OrderByDescending(r => r.Committed), .. store.Folds], AnsiConsole.Profile.Width));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
