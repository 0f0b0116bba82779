using System.CommandLine;
using MathSymbols.Cli.Data;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data check</c>: decodes every image and lists those that will not load.</summary>
internal static class DataCheckCommand
{
    public static Command Create()
    {
        var command = new Command("check", "Decodes every image: counts, sizes, formats, and each file that will not load, with the reason.");
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var source = DataSource.Locate(settings, cancellation);
            var images = ImageFolder.Open(source.Folder);
            FolderCheck check;
            using (var lines = ProgressLines.Create())
            {
                check = FolderCheck.Run(images, new ImageProgress(lines, "decoded", images.Count), cancellation);
            }

            Console.WriteLine(source.Description);
            CheckView.Write(check);
            if (source.Origin != DataOrigin.Synthetic && KnownDataset.Resembles(images))
            {
                foreach (var sentence in KnownDataset.Compare(images, settings.WorkFolder, cancellation).Sentences) Console.WriteLine(sentence);
            }

            return Task.FromResult(check.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }
}
