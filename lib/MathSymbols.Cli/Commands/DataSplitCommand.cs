using System.CommandLine;
using MathSymbols.Data;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data split</c>: writes the split as folders, as the report did, or as a manifest.</summary>
internal static class DataSplitCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The folder that gets train/, val/ and test/; it must not exist, or be empty.", HelpName = "folder", Required = true };
        var command = new Command("split", "Copies the images into train/, val/ and test/ folders and writes split.tsv beside them.") { output };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var (_, images, split) = SplitImages.Open(settings, cancellation);
            var folder = Path.GetFullPath(result.GetValue(output)!);
            SplitFolderWriter.Write(images, split, folder, cancellation);
            Console.WriteLine($"{split.Name}: {split.Train.Count} train, {split.Validation.Count} validation, {split.Test.Count} test images in '{folder}'.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
