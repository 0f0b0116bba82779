using System.CommandLine;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data split</c>: writes the split as folders, as the report did, or as a manifest.</summary>
internal static class DataSplitCommand
{
    public static Command Create()
    {
        var output = new OutOption("The folder that gets train/, val/ and test/; it must not exist, or be empty.") { Required = true };
        var command = new Command("split", "Copies the images into train/, val/ and test/ folders and writes split.tsv beside them. They are copied as they are, whether or not they can be decoded; one that cannot be read, is empty or over the limit, or has a name that no list can keep is named and left out, and the exit code is 1.") { output };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var (_, images, split) = SplitImages.Open(settings, cancellation);
            var folder = Path.GetFullPath(result.GetValue(output)!);
            var failures = SplitFolderWriter.Write(images, split, folder, cancellation);
            var missing = failures.Select(f => f.Index).ToHashSet();
            Console.WriteLine($"{Printable.Of(split.Name)}: {Copied(split.Train)} train, {Copied(split.Validation)} validation, {Copied(split.Test)} test images in '{Printable.Of(folder)}'.");
            foreach (var failure in failures) Console.WriteLine($"left out: {failure.Shown}");
            return Task.FromResult(failures.Count == 0 ? ExitCode.Success : ExitCode.Failed);

            int Copied(IReadOnlyList<int> part) => part.Count(i => !missing.Contains(i));
        });
        return command;
    }
}
