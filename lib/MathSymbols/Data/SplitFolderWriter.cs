using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>Writes a split as folders: train/CLASS/…, val/CLASS/…, test/CLASS/…, as the Python package split-folders does.</summary>
public static class SplitFolderWriter
{
    /// <summary>Copies the images. The folder appears whole or not at all.</summary>
    /// <param name="images">The images.</param>
    /// <param name="split">Their split; an empty part gets no folder.</param>
    /// <param name="folder">The folder to create; it may exist if it is empty.</param>
    /// <param name="cancellation">Ends the copying; what was copied is removed.</param>
    /// <exception cref="DataException">The folder holds something already.</exception>
    public static void Write(ImageFolder images, Split split, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(folder)) throw new DataException($"'{folder}' is a file: name a new folder.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new DataException($"'{folder}' is not empty, and nothing in it is overwritten: name a new folder.");

        var needed = images.Files.Sum(f => new FileInfo(images.FullPath(f)).Length);
        DiskSpace.Require(new WorkFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!), needed, $"Copying {images.Count} images");
        var temporary = AtomicFile.TemporaryName(folder);
        try
        {
            Copy(images, split.Train, Path.Combine(temporary, "train"), cancellation);
            Copy(images, split.Validation, Path.Combine(temporary, "val"), cancellation);
            Copy(images, split.Test, Path.Combine(temporary, "test"), cancellation);
            SplitManifest.Write(images, split, Path.Combine(temporary, "split.tsv"));
            if (File.Exists(folder)) throw new DataException($"'{folder}' is a file: name a new folder.");
            if (Directory.Exists(folder)) Directory.Delete(folder);
            Directory.Move(temporary, folder);
        }
        catch (Exception e)
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
            if (e is IOException error && FullDisk.Caused(error)) throw FullDisk.While(folder, error, "nothing is left behind");
            throw;
        }
    }

    private static void Copy(ImageFolder images, IReadOnlyList<int> indices, string folder, CancellationToken cancellation)
    {
        foreach (var index in indices)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = images.Files[index];
            var target = Path.Combine(folder, images.ClassNames[file.Label], file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var from = RegularFile.Open(images.FullPath(file));
            using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
            from.CopyTo(to);
        }
    }
}
