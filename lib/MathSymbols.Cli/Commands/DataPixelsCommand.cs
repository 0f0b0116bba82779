using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using MathSymbols.Cli.Progress;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary><c>data pixels</c>: decodes and resizes all images into the pixel store, ahead of time.</summary>
internal static class DataPixelsCommand
{
    public static Command Create()
    {
        var size = new Option<int>("--size") { Description = "Height and width in pixels.", HelpName = "pixels", DefaultValueFactory = _ => 224, CustomParser = Size };
        var command = new Command("pixels", "Decodes and resizes all images into the work folder, where every later run finds them.") { size };
        var options = new SettingsOptions(command);
        command.SetAction((result, cancellation) =>
        {
            var settings = options.Read(result);
            var source = DataSource.Locate(settings, cancellation);
            var images = ImageFolder.Open(source.Folder);
            var watch = Stopwatch.StartNew();
            using var store = Open(images, result.GetValue(size), settings.WorkFolder, cancellation);
            Console.WriteLine(source.Description);
            Console.WriteLine(store.Reused
                ? $"'{store.FilePath}' was there: {store.Count} images, {DiskSpace.Size((long)store.Count * store.RowBytes)}, opened in {watch.Elapsed.TotalSeconds:0.00} s."
                : $"'{store.FilePath}' is built: {store.Count} images, {DiskSpace.Size((long)store.Count * store.RowBytes)}, {store.Count / watch.Elapsed.TotalSeconds:0} images/s.");
            foreach (var failure in store.Failures) Console.WriteLine($"left out: {failure.Shown}");
            return Task.FromResult(store.Failures.Count == 0 ? ExitCode.Success : ExitCode.Failed);
        });
        return command;
    }

    private static PixelStore Open(ImageFolder images, int size, WorkFolder work, CancellationToken cancellation)
    {
        using var lines = ProgressLines.Create();
        return PixelStore.Open(images, size, work, new ImageProgress(lines, "decoded", images.Count), () => lines.Line(Waiting.ForPixels), cancellation);
    }

    private static int Size(ArgumentResult result)
    {
        var text = string.Join(' ', result.Tokens.Select(t => t.Value));
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 2048) return size;
        result.AddError($"--size takes a whole number from 1 to 2048; it was given '{text}'.");
        return 0;
    }
}
