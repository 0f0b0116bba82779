using MathSymbols.Notebooks.Running;
using Spectre.Console;

namespace MathSymbols.Notebooks.Progress;

/// <summary>Chooses how to show progress.</summary>
internal static class ProgressViews
{
    internal static IProgressView ForTerminal(IReadOnlyList<NotebookRun> runs)
    {
        var can = AnsiConsole.Profile.Capabilities;
        return !Console.IsOutputRedirected && can.Interactive && can.Ansi ? new LiveProgress(AnsiConsole.Console, runs) : new PlainProgress(Console.Out);
    }
}
