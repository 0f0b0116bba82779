using System.CommandLine;

namespace MathSymbols.Notebooks.Commands;

/// <summary>The arguments of <c>kernel</c>, which only this program itself calls.</summary>
internal static class KernelArguments
{
    /// <summary>Also an option of <c>run</c>, which hands it on.</summary>
    internal const string KeepGoing = "--keep-going";

    internal static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK.dib");
        var keepGoing = new Option<bool>(KeepGoing);
        var command = new Command("kernel", "Runs one notebook in this process and writes events as JSON lines.") { notebook, keepGoing };
        command.Hidden = true;
        command.SetAction((parsed, _) => KernelCommand.RunAsync(parsed.GetRequiredValue(notebook), parsed.GetValue(keepGoing)));
        return command;
    }
}
