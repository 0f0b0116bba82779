using Spectre.Console;

namespace MathSymbols.Cli.Progress;

/// <summary>Chooses how a long work is shown.</summary>
internal static class ProgressLines
{
    /// <summary>A bar in a terminal; plain lines elsewhere.</summary>
    public static IProgressLines Create() =>
        AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Capabilities.Ansi && !Console.IsOutputRedirected ? new LiveLines(AnsiConsole.Console) : new PlainLines(Console.Out);
}
