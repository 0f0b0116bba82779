using System.CommandLine;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data</c>: looks at the images, checks them, splits them, decodes them.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Looks at the images, checks them, splits them into folders, decodes them.")
    {
        DataInfoCommand.Create(),
        DataCheckCommand.Create(),
        DataSplitCommand.Create(),
        DataPixelsCommand.Create(),
    };
}
