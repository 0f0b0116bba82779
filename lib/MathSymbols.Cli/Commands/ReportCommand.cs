using System.CommandLine;
using MathSymbols.Cli.Report;
using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Commands;

/// <summary><c>report</c>: runs the notebooks and writes one HTML page and one JSON file.</summary>
internal static class ReportCommand
{
    /// <summary>As it is typed.</summary>
    public const string Name = "report";

    public static Command Create()
    {
        var notebooks = new Option<string[]>("--notebook") { Description = "Only the notebooks whose name starts so (02, 03-alexnet); may be given more than once.", HelpName = "name", DefaultValueFactory = _ => [] };
        var output = new OutOption("Where index.html and report.json go.") { DefaultValueFactory = _ => "report" };
        var command = new Command(Name, "Runs the notebooks top to bottom and writes index.html and report.json.") { notebooks, output };
        var runner = new RunnerOptions(command);
        var options = new SettingsOptions(command);
        command.SetAction(async (result, cancellation) =>
        {
            var settings = options.Read(result);
            var files = NotebookFiles.Find(result.GetValue(notebooks) ?? []);

            // A wrong folder or split is said now, not by every notebook.
            var (source, _, split) = SplitImages.Open(settings, cancellation);
            Console.WriteLine(source.Description);
            var facts = ReportFacts.Collect(settings, source, split, RepeatedCommand.Of(result));
            return await Runner.RunAsync(files, Path.GetFullPath(result.GetValue(output)!), facts, runner.Arguments(result), Variables(options.Given(result)), cancellation).ConfigureAwait(false);
        });
        return command;
    }

    // The environment's paths are made absolute too: a notebook's current folder is its own.
    private static Dictionary<string, string> Variables(IReadOnlyList<(SettingName Setting, string Value)> given)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in SettingName.All)
        {
            if (Environment.GetEnvironmentVariable(setting.Variable) is { } value) variables[setting.Variable] = setting.Resolve(value);
        }

        foreach (var (setting, value) in given) variables[setting.Variable] = value;
        return variables;
    }
}
