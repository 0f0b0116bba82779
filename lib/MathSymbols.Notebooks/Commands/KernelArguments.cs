using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The arguments of <c>kernel</c>, which only this program itself calls.</summary>
internal static class KernelArguments
{
    internal static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK.dib");
        var command = new Command("kernel", "Runs one notebook in this process and writes events as JSON lines.") { notebook };
        command.Hidden = true;
        command.SetAction((parsed, _) => KernelCommand.RunAsync(parsed.GetRequiredValue(notebook)));
        return command;
    }
}
