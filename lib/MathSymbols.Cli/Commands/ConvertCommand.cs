using System.CommandLine;
using MathSymbols.Cli.Report;

namespace MathSymbols.Cli.Commands;

/// <summary><c>convert</c>: a .dib notebook as .ipynb, or the other way round.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "A .dib or .ipynb notebook." };
        var to = new Argument<string>("TO") { Description = "The file to write, of the other format." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the file, should it exist." };
        var command = new Command("convert", "Turns a .dib notebook into an .ipynb notebook that has not run, or an .ipynb notebook into a .dib one, without its outputs.") { from, to, overwrite };
        command.SetAction((result, cancellation) =>
        {
            string[] replace = result.GetValue(overwrite) ? [overwrite.Name] : [];
            return Runner.StartAsync(["convert", result.GetValue(from)!, result.GetValue(to)!, .. replace], cancellation);
        });
        return command;
    }
}
