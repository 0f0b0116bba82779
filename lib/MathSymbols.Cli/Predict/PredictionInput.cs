using System.IO.Enumeration;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Predict;

/// <summary>One thing to predict: a file, or what stands on standard input.</summary>
/// <param name="Name">What it is called in the output.</param>
/// <param name="Decode">Decodes it; throws an <see cref="ImageDecodeException"/>.</param>
internal sealed record PredictionInput(string Name, Func<CancellationToken, PixelImage> Decode)
{
    /// <summary>What names standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The images of paths: files as they are named, folders with all images below them in the order of their paths.</summary>
    public static IEnumerable<PredictionInput> Of(IEnumerable<string> paths) => paths.SelectMany(Of);

    private static IEnumerable<PredictionInput> Of(string path)
    {
        if (path == StandardInput) return [new(path, cancellation => Read(Console.OpenStandardInput(), cancellation))];
        if (!Directory.Exists(path)) return [File(path)];
        try
        {
            string[] files = [.. Below(path).Where(ImageFolder.IsImage).Order(StringComparer.Ordinal)];
            return files.Length > 0 ? files.Select(File) : [Failing("there is no image in this folder")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Failing($"the folder cannot be read: {e.Message}")];
        }

        PredictionInput Failing(string why) => new(path, _ => throw new ImageDecodeException(why));
    }

    // Linked files count, linked folders do not: a link can lead back up, and round in circles.
    private static FileSystemEnumerable<string> Below(string folder) => new(folder, (ref entry) => entry.ToSpecifiedFullPath(), new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
    {
        ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
    };

    private static PredictionInput File(string path) => new(path, _ => ImageDecoder.Decode(path));

    private static PixelImage Read(Stream input, CancellationToken cancellation)
    {
        using var owned = input;
        var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = Next(); read > 0; read = Next())
        {
            content.Write(buffer, 0, read);
            if (content.Length > Limits.ImageBytes) throw new ImageDecodeException($"standard input has more than {Limits.ImageBytes / 1_000_000} MB");
        }

        return ImageDecoder.Decode(content.GetBuffer().AsSpan(0, (int)content.Length));

        // A terminal's read does not end by itself; Ctrl-C ends the waiting for it.
        int Next() => Task.Run(() => input.Read(buffer), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
    }
}
