using System.CommandLine;
using MathSymbols.Cli.Runs;
using MathSymbols.Runs;
using Spectre.Console;

namespace MathSymbols.Cli.Commands;

/// <summary><c>runs show</c>: one run's record, its epochs and its results.</summary>
internal static class RunsShowCommand
{
    public static Command Create(SettingsOptions options)
    {
        var id = new Argument<string>("id") { Description = "The run's id or label, or the start of one." };
        var command = new Command("show", "Shows one run: what was done, each epoch, and what came out.") { id };
        command.SetAction((result, _) =>
        {
            var run = RunStore.Open(options.Read(result)).Find(result.GetValue(id)!);
            AnsiConsole.Write(RunView.Facts(run));
            AnsiConsole.Write(RunView.Epochs(run.Record.History));
            AnsiConsole.Write(RunView.Results(run.Record));
            foreach (var note in run.Record.Notes) Console.WriteLine(note);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
