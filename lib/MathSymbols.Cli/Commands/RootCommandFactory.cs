using System.CommandLine;
using System.CommandLine.Help;

namespace MathSymbols.Cli.Commands;

/// <summary>Puts the command line together.</summary>
internal static class RootCommandFactory
{
    /// <summary>The root command with all its sub-commands. A plain command, since a RootCommand shows the assembly's name.</summary>
    public static Command Create() => new("mathsymbols", "Classifies handwritten math symbols: runs the notebooks into a report, and does their steps one by one.")
    {
        new HelpOption { Recursive = true },
        new VersionOption(),
        ReportCommand.Create(),
        ExportCommand.Create(),
        ConvertCommand.Create(),
        DataCommand.Create(),
        TuneCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        PredictCommand.Create(),
        RobustnessCommand.Create(),
        RunsCommand.Create(),
        WeightsCommand.Create(),
        DoctorCommand.Create(),
        CacheCommand.Create(),
    };
}
