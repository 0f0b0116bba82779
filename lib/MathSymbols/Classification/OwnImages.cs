using MathSymbols.Data;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Classification;

/// <summary>A folder of images of someone's own, in the order of their names, and what they show where <c>labels.tsv</c> says so.</summary>
/// <param name="Folder">The folder's absolute path.</param>
/// <param name="Images">The images that can be decoded.</param>
/// <param name="Failures">The others, and lines of labels.tsv that fit none, a sentence each.</param>
/// <param name="Fingerprint">Hash over the images' names and contents.</param>
public sealed record OwnImages(string Folder, IReadOnlyList<OwnImage> Images, IReadOnlyList<string> Failures, string Fingerprint)
{
    /// <summary>The file with the images' classes: a line with <c>file</c> and <c>label</c>, then a line an image, with a tab between. It need not be there, nor name every image.</summary>
    public const string LabelsName = "labels.tsv";

    private static readonly string[] Header = ["file", "label"];

    /// <summary>Whether the images are those that come with the clone, which a program has drawn.</summary>
    public bool Drawn => string.Equals(Folder, Own(), OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>The folder in one or two words, for captions.</summary>
    public string Name => Drawn ? "own-handwriting, drawn by a program" : Path.GetFileName(Folder);

    /// <summary>Reads the folder that the settings name, or the clone's data/own-handwriting.</summary>
    /// <param name="settings">Folder and work folder.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DataException">There is no folder, no image in it that can be decoded, or labels.tsv cannot be read.</exception>
    public static OwnImages Open(Settings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = settings.Handwriting ?? Own() ?? throw new DataException("There is no clone with data/own-handwriting around this program: name a folder of images with the setting handwriting.");
        return Open(folder, settings.WorkFolder, cancellation);
    }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder; sub-folders are not looked at.</param>
    /// <param name="work">Where the fingerprint is noted.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="DataException">There is no such folder, no image in it that can be decoded, or labels.tsv cannot be read.</exception>
    public static OwnImages Open(string folder, WorkFolder work, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!Directory.Exists(full)) throw new DataException($"There is no folder '{full}': name one that holds images of your own handwriting with the setting handwriting.");
        string[] files = [.. Directory.EnumerateFiles(full).Where(ImageFolder.IsImage).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        var labels = Labels(Path.Combine(full, LabelsName));
        var (images, failures) = (new List<OwnImage>(), new List<string>());
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var image = new OwnImage(Path.Combine(full, file), labels.GetValueOrDefault(file));
                image.Decode();
                images.Add(image);
            }
            catch (ImageDecodeException e)
            {
                failures.Add($"{Printable.Quote(file)} is left out: {e.Message}.");
            }
        }

        failures.AddRange(labels.Keys.Except(files, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(f => $"{LabelsName} names {Printable.Quote(f)}, which is no image of the folder."));
        if (images.Count > 0) return new(full, images, failures, Storage.Fingerprint.OfFiles(full, files, work, cancellation));
        throw new DataException(failures.Count > 0 ? $"None of the images in '{full}' can be decoded; {failures[0]}" : $"There is no image in '{full}': lay some there, PNG or JPEG for example.");
    }

    /// <summary>What a reader should know: the <see cref="Failures"/>, and labels that are no class of a classifier.</summary>
    /// <param name="labels">The classifier's classes.</param>
    public IReadOnlyList<string> Remarks(IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var unknown = Images.Where(i => i.Truth is not null && !labels.Contains(i.Truth, StringComparer.Ordinal));
        return [.. Failures, .. unknown.Select(i => $"{LabelsName} calls {Printable.Quote(i.File)} {Printable.Quote(i.Truth!)}, which is no class of the classifier ({string.Join(", ", labels.Select(Printable.Shortened))}): it counts as wrong.")];
    }

    private static string? Own() => SolutionFolder.Find() is { } clone ? Path.Combine(clone, "data", "own-handwriting") : null;

    private static Dictionary<string, string> Labels(string path)
    {
        if (!File.Exists(path)) return [];
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (number, line) in RegularFile.ReadLines(path, Limits.ListBytes).Index())
        {
            if (line.Length == 0) continue;
            var fields = line.Split('\t');
            if (number == 0 ? !fields.SequenceEqual(Header) : fields.Length != Header.Length || !labels.TryAdd(fields[0], fields[1]))
                throw new DataException($"'{path}', line {number + 1}: a line is a file's name, a tab and a label, each file once, below a line with '{Header[0]}', a tab and '{Header[1]}'; correct it.");
        }

        return labels;
    }
}
