using System.CommandLine;

namespace MathSymbols.Cli.Commands;

/// <summary>Puts the command line together.</summary>
internal static class RootCommandFactory
{
    /// <summary>The root command with all its sub-commands.</summary>
    public static RootCommand Create() => new("Classifies handwritten math symbols: runs the notebooks into a report, and does their steps one by one.")
    {
        ReportCommand.Create(),
        DataCommand.Create(),
        DoctorCommand.Create(),
        CacheCommand.Create(),
    };
}
