using System.CommandLine;
using MathSymbols.Cli.Report;

namespace MathSymbols.Cli.Commands;

/// <summary><c>export</c>: the report's page from notebooks that a person ran and saved.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var notebooks = new Argument<string[]>("FILE.ipynb") { Description = "Notebooks saved with their outputs, in order.", Arity = ArgumentArity.OneOrMore };
        var output = new OutOption("Where index.html and report.json go.") { DefaultValueFactory = _ => "report" };
        var title = new Option<string?>("--title") { Description = "The page's title; else the notebook's own, or Report for several.", HelpName = "text" };
        var command = new Command("export", "Writes index.html and report.json from notebooks saved with their outputs, without running them.") { notebooks, output, title };
        command.SetAction((result, cancellation) => Runner.ExportAsync(result.GetValue(notebooks)!, Path.GetFullPath(result.GetValue(output)!), result.GetValue(title), cancellation));
        return command;
    }
}
