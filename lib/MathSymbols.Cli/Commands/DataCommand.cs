using System.CommandLine;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data</c>: fetches the images, looks at them, checks and audits them, splits them, also for cross-validation, decodes them.</summary>
internal static class DataCommand
{
    public static Command Create() => new("data", "Fetches the images, looks at them, checks and audits them, splits them into folders or folds, decodes them.")
    {
        DataDownloadCommand.Create(),
        DataInfoCommand.Create(),
        DataCheckCommand.Create(),
        DataAuditCommand.Create(),
        DataSplitCommand.Create(),
        DataFoldsCommand.Create(),
        DataPixelsCommand.Create(),
    };
}
