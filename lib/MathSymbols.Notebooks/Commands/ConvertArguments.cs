using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The arguments of <c>convert</c>.</summary>
internal static class ConvertArguments
{
    internal static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "A .dib or .ipynb notebook." };
        var to = new Argument<string>("TO") { Description = "The file to write, of the other format." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace the file, should it exist." };
        var command = new Command("convert", "Turns a .dib notebook into an .ipynb notebook that has not run, or an .ipynb notebook into a .dib one, without its outputs.") { from, to, overwrite };
        command.SetAction(parsed => ConvertCommand.Run(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(overwrite)));
        return command;
    }
}
