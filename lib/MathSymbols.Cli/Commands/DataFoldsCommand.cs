using System.CommandLine;
using MathSymbols.Cli.Data;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Data.Folds;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data folds</c>: writes the splits of a k-fold cross-validation in which copies stay together.</summary>
internal static class DataFoldsCommand
{
    public static Command Create()
    {
        var output = new OutOption("The folder that gets fold-1.tsv, fold-2.tsv, …; it must not exist, or be empty.") { Required = true };
        var count = new Option<int>("--folds") { Description = "How many folds.", HelpName = "number", DefaultValueFactory = _ => GroupedFolds.DefaultCount };
        count.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 2) r.AddError("--folds takes a whole number of 2 or more.");
        });
        var command = new Command("folds", "Writes a split a fold for k-fold cross-validation, each to be given to --split: every image is for test in one of them, every class has its share in all parts as far as its copies allow, and copies of an image are never in two parts.") { output, count };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var folder = Path.GetFullPath(result.GetValue(output)!);
            var source = DataSource.Locate(settings, cancellation);
            var images = ImageFolder.Open(source.Folder);
            GroupedFolds folds;
            using (var lines = ProgressLines.Create())
            {
                folds = GroupedFolds.Of(images, result.GetValue(count), settings.Seed, new ImageProgress(lines, "looked at", images.Count), cancellation);
            }

            FoldsWriter.Write(folds, folder, cancellation);
            Console.WriteLine(source.Description);
            foreach (var line in FoldsView.Lines(folds, folder)) Console.WriteLine(line);
            return Task.FromResult(folds.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }
}
