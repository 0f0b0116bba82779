using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>
/// A folder with one sub-folder a class, listed in a stable order: classes by ordinal name, then files by ordinal name. A folder that
/// is already split into train/, test/ and perhaps val/ is read as such.
/// </summary>
public sealed class ImageFolder
{
    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp"];

    private static readonly (string Folder, Partition Partition)[] PartitionFolders =
        [("train", Partition.Train), ("val", Partition.Validation), ("validation", Partition.Validation), ("test", Partition.Test)];

    private ImageFolder(string root, IReadOnlyList<string> classNames, IReadOnlyList<ImageFile> files) =>
        (Root, ClassNames, Files) = (root, classNames, files);

    /// <summary>The folder's absolute path.</summary>
    public string Root { get; }

    /// <summary>The classes, in ordinal order; a label is an index into this list.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The images, ordered by class and then by name.</summary>
    public IReadOnlyList<ImageFile> Files { get; }

    /// <summary>How many images there are.</summary>
    public int Count => Files.Count;

    /// <summary>How many images each class has, in the order of <see cref="ClassNames"/>.</summary>
    public IReadOnlyList<int> CountPerClass()
    {
        var counts = new int[ClassNames.Count];
        foreach (var file in Files) counts[file.Label]++;
        return counts;
    }

    /// <summary>Lists a folder. Dot-files, files that are no images by their ending, and empty sub-folders are left out.</summary>
    /// <param name="root">The folder that holds the class folders, or train/ and test/ which hold them.</param>
    /// <exception cref="DataException">The folder is missing or holds no class with an image.</exception>
    public static ImageFolder Open(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        if (!Directory.Exists(full)) throw new DataException($"There is no folder '{full}'; name one that has a sub-folder of images for each class.");

        var images = (IsSplit(full) ? PartitionFolders.SelectMany(p => List(Path.Combine(full, p.Folder), p.Folder + "/", p.Partition)) : List(full, "", null)).ToList();
        if (images.Count == 0)
            throw new DataException($"The folder '{full}' has no sub-folder with images ({string.Join(", ", Extensions)}); it needs one for each class.");

        string[] classes = [.. images.Select(i => i.Class).Distinct().Order(StringComparer.Ordinal)];
        var files = images.ConvertAll(i => new ImageFile(i.Path, Array.BinarySearch(classes, i.Class, StringComparer.Ordinal), i.Given));
        files.Sort((a, b) => a.Label != b.Label ? a.Label.CompareTo(b.Label) : string.CompareOrdinal(a.Path, b.Path));
        return new(full, classes, files);
    }

    /// <summary>What else is in the class folders: dot-files, files that are no images by their ending, and folders (with '/' behind them). Relative paths, in ordinal order.</summary>
    /// <exception cref="IOException">A class folder has gone or cannot be read.</exception>
    public IReadOnlyList<string> Others() =>
    [
        .. Files.Select(f => f.Path[..f.Path.LastIndexOf('/')]).Distinct(StringComparer.Ordinal)
            .SelectMany(folder => new DirectoryInfo(Path.Combine(Root, folder)).EnumerateFileSystemInfos()
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

    private static bool IsSplit(string root) =>
        HasFolders(Path.Combine(root, "train")) && HasFolders(Path.Combine(root, "test"));

    private static bool HasFolders(string path) => Directory.Exists(path) && Directory.EnumerateDirectories(path).Any();

    private static IEnumerable<(string Class, string Path, Partition? Given)> List(string folder, string prefix, Partition? given)
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var directory in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(directory);
            if (name.StartsWith('.')) continue;
            if (name.Any(char.IsControl)) throw new DataException($"The folder {Printable.Quote(name)} in '{folder}' has a line end or the like in its name, which no table can keep: rename it.");
            foreach (var file in Directory.EnumerateFiles(directory))
            {
                if (IsImage(file)) yield return (name, $"{prefix}{name}/{Path.GetFileName(file)}", given);
            }
        }
    }
}
