using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>
/// A folder with one sub-folder a class, listed in a stable order: classes by ordinal name, then files by ordinal name. A folder that
/// is already split into train/, test/ and perhaps val/ is read as such.
/// </summary>
public sealed class ImageFolder
{
    /// <summary>A folder of this name within says that the images are on their way, and not all there yet.</summary>
    internal const string Unfinished = ".unpacked" + AtomicFile.TemporarySuffix;

    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"];

    private static readonly (string Folder, Partition Partition)[] PartitionFolders =
        [("train", Partition.Train), ("val", Partition.Validation), ("validation", Partition.Validation), ("test", Partition.Test)];

    private readonly ImageFileList _files;

    private ImageFolder(string root, IReadOnlyList<string> classNames, ImageFileList files) =>
        (Root, ClassNames, _files) = (root, classNames, files);

    /// <summary>The folder's absolute path.</summary>
    public string Root { get; }

    /// <summary>The classes, in ordinal order; a label is an index into this list.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The images, ordered by class and then by name. Each is made when it is asked for.</summary>
    public IReadOnlyList<ImageFile> Files => _files;

    /// <summary>How many images there are.</summary>
    public int Count => _files.Count;

    /// <summary>How many images each class has, in the order of <see cref="ClassNames"/>.</summary>
    public IReadOnlyList<int> CountPerClass() => _files.CountPerClass(ClassNames.Count);

    /// <summary>A hash over relative paths and contents, see <see cref="Storage.Fingerprint"/>: what a run's record knows its images by.</summary>
    /// <param name="work">Where it is noted, so that the images are read once only.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public string Fingerprint(WorkFolder work, CancellationToken cancellation) => Storage.Fingerprint.OfFiles(Root, Files.Select(f => f.Path), work, cancellation);

    /// <summary>Lists a folder. Dot-files, files that are no images by their ending, and empty sub-folders are left out.</summary>
    /// <param name="root">The folder that holds the class folders, or train/ and test/ which hold them.</param>
    /// <exception cref="DataException">The folder is missing or holds no class with an image.</exception>
    public static ImageFolder Open(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(full)) throw new DataException($"There is no folder '{full}'; name one that has a sub-folder of images for each class.");

        if (Directory.Exists(Path.Combine(full, Unfinished)))
            throw new DataException($"The folder '{full}' is not whole: a download was stopped while it put the images there; `mathsymbols data download` finishes it.");
        var tops = IsSplit(full) ? PartitionFolders.Select(p => (Prefix: p.Folder + "/", Given: (Partition?)p.Partition)).ToArray() : [("", null)];
        var holding = tops.SelectMany(t => ClassesIn(Path.Combine(full, t.Prefix)).Where(c => ImagesIn(Path.Combine(full, t.Prefix, c)).Any()).Select(c => (Class: c, t.Prefix, t.Given))).ToList();
        if (holding.Count == 0)
            throw new DataException($"The folder '{full}' has no sub-folder with images ({string.Join(", ", Extensions)}); it needs one for each class.");

        string[] classes = [.. holding.Select(h => h.Class).Distinct().Order(StringComparer.Ordinal)];
        var files = new ImageFileList();
        foreach (var (name, prefix, given) in holding.OrderBy(h => h.Class, StringComparer.Ordinal).ThenBy(h => h.Prefix, StringComparer.Ordinal))
            files.Add(prefix + name, Array.BinarySearch(classes, name, StringComparer.Ordinal), given, ImagesIn(Path.Combine(full, prefix, name)));
        return new(full, classes, files);
    }

    /// <summary>Each class's first image that loads, at its own size; a class without any is left out.</summary>
    public IReadOnlyList<(PixelImage Image, string ClassName)> FirstOfEachClass() =>
        [.. Files.GroupBy(f => f.Label).Select(g => (Image: g.Select(TryDecode).FirstOrDefault(i => i is not null), ClassName: ClassNames[g.Key])).Where(p => p.Image is not null).Select(p => (p.Image!, p.ClassName))];

    /// <summary>What else is in the class folders: dot-files, files that are no images by their ending, and folders (with '/' behind them). Relative paths, in ordinal order.</summary>
    /// <exception cref="IOException">A class folder has gone or cannot be read.</exception>
    public IReadOnlyList<string> Others() =>
    [
        .. _files.Folders.SelectMany(folder => new DirectoryInfo(Path.Combine(Root, folder)).EnumerateFileSystemInfos()
            .Where(e => e is DirectoryInfo || !IsImage(e.Name)).Select(e => $"{folder}/{e.Name}{(e is DirectoryInfo ? "/" : "")}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a file is an image by its ending, and no dot-file.</summary>
    /// <param name="path">The file.</param>
    public static bool IsImage(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !Path.GetFileName(path).StartsWith('.') && Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Where an image lies on the disk.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    public string FullPath(ImageFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Path.Combine(Root, file.Path.Replace('/', Path.DirectorySeparatorChar));
    }

    private PixelImage? TryDecode(ImageFile file)
    {
        try
        {
            return ImageDecoder.Decode(FullPath(file));
        }
        catch (ImageDecodeException)
        {
            return null;
        }
    }

    private static bool IsSplit(string root) =>
        HasFolders(Path.Combine(root, "train")) && HasFolders(Path.Combine(root, "test"));

    private static bool HasFolders(string path) => Directory.Exists(path) && Directory.EnumerateDirectories(path).Any();

    private static IEnumerable<string> ClassesIn(string folder)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var name in Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Where(n => !n.StartsWith('.')))
        {
            if (name.Any(char.IsControl)) throw new DataException($"The folder {Printable.Quote(name)} in '{folder}' has a line end or the like in its name, which no table can keep: rename it.");
            yield return name;
        }
    }

    private static IEnumerable<string> ImagesIn(string folder) => Directory.EnumerateFiles(folder).Where(IsImage).Select(f => Path.GetFileName(f));
}
