using System.CommandLine;
using MathSymbols.Data;
using MathSymbols.Storage;
using Spectre.Console;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data info</c>: which images there are and how they are split.</summary>
internal static class DataInfoCommand
{
    public static Command Create()
    {
        var command = new Command("info", "Says which images are used, how many each class has, and how they are split.");
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var (source, images, split) = SplitImages.Open(settings, cancellation);
            Console.WriteLine(source.Description);
            Console.WriteLine($"'{Printable.Of(source.Folder)}': {images.Count} images in {images.ClassNames.Count} classes; {Printable.Of(split.Name)}.");
            AnsiConsole.Write(Table(images, split));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static Table Table(ImageFolder images, Split split)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn("class");
        foreach (var name in (string[])["images", "train", "validation", "test"]) table.AddColumn(new TableColumn(name).RightAligned());
        var parts = (IReadOnlyList<int>[])[split.Train, split.Validation, split.Test];
        var perClass = parts.Select(p => p.GroupBy(i => images.Files[i].Label).ToDictionary(g => g.Key, g => g.Count())).ToList();
        var counts = images.CountPerClass();
        for (var c = 0; c < counts.Count; c++)
            table.AddRow([Markup.Escape(Printable.Of(images.ClassNames[c])), $"{counts[c]}", .. perClass.Select(p => $"{p.GetValueOrDefault(c)}")]);
        table.AddRow(["all", $"{images.Count}", .. parts.Select(p => $"{p.Count}")]);
        return table;
    }
}
