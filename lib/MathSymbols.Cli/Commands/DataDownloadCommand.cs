using System.CommandLine;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Data.Obtain;
using MathSymbols.Storage;
using MathSymbols.Storage.Archives;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data download</c>: fetches the dataset, unpacks it where the notebooks look for it, and says what came.</summary>
internal static class DataDownloadCommand
{
    // As many lines as a person reads.
    private const int MostNamed = 10;

    public static Command Create()
    {
        var to = new Option<string?>("--to") { Description = "The folder to unpack into; otherwise data/handwritten-math-symbols in the clone.", HelpName = "folder" };
        var from = new Option<string?>("--from") { Description = "Another archive: a zip file, perhaps one that a browser has fetched, or an https address.", HelpName = "file or address" };
        var command = new Command("download", "Fetches the dataset from Kaggle and unpacks it; interrupted, the download goes on where it was.") { to, from };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var work = options.Read(result).WorkFolder;
            var folder = Given(result, to) ?? KnownDataset.Folder() ?? throw new CommandException("There is no MathSymbols.sln here or above: name the folder with --to FOLDER.");
            return Task.FromResult(Existing(Given(result, from), folder, work, cancellation) ?? Obtain(Given(result, from), folder, work, cancellation));
        });
        return command;
    }

    private static string? Given(ParseResult result, Option<string?> option) =>
        result.GetValue(option) is not "" and var value ? value : throw new CommandException($"{option.Name} takes a {option.HelpName}; it was given nothing.");

    // The exit code if there is something already; nothing is overwritten then.
    private static int? Existing(string? from, string folder, WorkFolder work, CancellationToken cancellation)
    {
        if (DatasetTarget.Existing(folder) is not { } images) return null;
        Console.WriteLine($"'{images.Root}' is there already.");
        if (!Tell(images, work, cancellation).IsKnown)
        {
            var source = Source(from);
            if (!source.HasGiven(images, work, cancellation)) throw new CommandException($"'{images.Root}' holds other images, and nothing in it is overwritten: move it away, or name another folder with --to.");
            Console.WriteLine($"They are what {source.Name} gave; nothing is to be done.");
        }

        SayNext(images.Root);
        return ExitCode.Success;
    }

    private static DatasetSource Source(string? from) => from is null ? DatasetSource.Kaggle(KaggleCredentials.Find()) : DatasetSource.Parse(from);

    private static int Obtain(string? from, string folder, WorkFolder work, CancellationToken cancellation)
    {
        var source = Source(from);
        using var target = DatasetTarget.Take(folder, work, () => Console.WriteLine(Waiting.ForDataset), cancellation);

        // Another process may have been here first.
        if (Existing(from, folder, work, cancellation) is { } code) return code;
        var unpacked = FetchAndUnpack(source, target, work, cancellation);
        Console.WriteLine($"'{unpacked.Images.Root}': unpacked from {unpacked.From}.");
        if (unpacked.OtherImages > 0) Console.WriteLine($"Not taken: {Count(unpacked.OtherImages, "image")} in other folders.");
        if (unpacked.OtherFiles > 0) Console.WriteLine($"Not taken: {Count(unpacked.OtherFiles, "file")} of another kind.");
        foreach (var entry in unpacked.LeftOut.Take(MostNamed)) Console.WriteLine($"Left out: {entry}.");
        if (unpacked.LeftOut.Count > MostNamed) Console.WriteLine($"Left out: {unpacked.LeftOut.Count - MostNamed} more.");
        Tell(unpacked.Images, work, cancellation);
        SayNext(unpacked.Images.Root);
        return unpacked.LeftOut.Count == 0 ? ExitCode.Success : ExitCode.Failed;
    }

    private static UnpackedDataset FetchAndUnpack(DatasetSource source, DatasetTarget target, WorkFolder work, CancellationToken cancellation)
    {
        using var lines = ProgressLines.Create();
        var download = new DownloadLines(lines, source.Name);
        try
        {
            using var archive = source.Fetch(work, download.Show, cancellation);
            lines.Line($"Unpacking {source.Name}");
            return Unpack(archive, target, lines, cancellation);
        }
        catch (OperationCanceledException e)
        {
            throw download.Stopped(e);
        }
    }

    private static UnpackedDataset Unpack(FetchedArchive archive, DatasetTarget target, IProgressLines lines, CancellationToken cancellation)
    {
        try
        {
            var unpacked = DatasetUnpacker.Unpack(archive, target, (done, all) => lines.State($"{done} of {all} images unpacked", (double)done / all), cancellation);
            archive.Discard();
            return unpacked;
        }
        catch (ArchiveException)
        {
            // The next try would meet the same.
            archive.Discard();
            throw;
        }
    }

    private static DatasetComparison Tell(ImageFolder images, WorkFolder work, CancellationToken cancellation)
    {
        var comparison = KnownDataset.Compare(images, work, cancellation);
        Console.WriteLine(comparison.Counts);
        foreach (var sentence in comparison.Sentences) Console.WriteLine(sentence);
        return comparison;
    }

    private static void SayNext(string folder) => Console.WriteLine(
        $"Next: `mathsymbols report{(folder == KnownDataset.Folder() ? "" : $" --data {(folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder)}")}` runs the notebooks on it.");

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
