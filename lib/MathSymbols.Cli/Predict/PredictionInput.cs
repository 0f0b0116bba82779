using MathSymbols.Data;

namespace MathSymbols.Cli.Predict;

/// <summary>One thing to predict: a file, or what stands on standard input.</summary>
/// <param name="Name">What it is called in the output.</param>
/// <param name="Decode">Decodes it; throws an <see cref="ImageDecodeException"/>.</param>
internal sealed record PredictionInput(string Name, Func<PixelImage> Decode)
{
    /// <summary>What names standard input.</summary>
    public const string StandardInput = "-";

    // As much as a photo has, and a guard against a pipe that never ends.
    private const int MostBytes = 100_000_000;

    /// <summary>The images of paths: files as they are named, folders with all images below them in the order of their paths.</summary>
    public static IEnumerable<PredictionInput> Of(IEnumerable<string> paths) => paths.SelectMany(Of);

    private static IEnumerable<PredictionInput> Of(string path)
    {
        if (path == StandardInput) return [new(path, FromStandardInput)];
        if (!Directory.Exists(path)) return [File(path)];
        string[] files = [.. Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Where(ImageFolder.IsImage).Order(StringComparer.Ordinal)];
        return files.Length > 0 ? files.Select(File) : [new(path, () => throw new ImageDecodeException("there is no image in this folder"))];
    }

    private static PredictionInput File(string path) => new(path, () => ImageDecoder.Decode(path));

    private static PixelImage FromStandardInput()
    {
        using var input = Console.OpenStandardInput();
        var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var read = input.Read(buffer); read > 0; read = input.Read(buffer))
        {
            content.Write(buffer, 0, read);
            if (content.Length > MostBytes) throw new ImageDecodeException($"standard input has more than {MostBytes / 1_000_000} MB");
        }

        content.Position = 0;
        return ImageDecoder.Decode(content);
    }
}
