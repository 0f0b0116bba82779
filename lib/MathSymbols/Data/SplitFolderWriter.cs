using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>Writes a split as folders: train/CLASS/…, val/CLASS/…, test/CLASS/…, as the Python package split-folders does.</summary>
public static class SplitFolderWriter
{
    /// <summary>Copies the images as they are, whether or not they can be decoded. The folder appears whole or not at all.</summary>
    /// <param name="images">The images.</param>
    /// <param name="split">Their split; an empty part gets no folder.</param>
    /// <param name="folder">The folder to create; it may exist if it is empty.</param>
    /// <param name="cancellation">Ends the copying; what was copied is removed.</param>
    /// <returns>The images that are left out: they cannot be read, are empty or over <see cref="Limits.ImageBytes"/>, or have names that no list can keep.</returns>
    /// <exception cref="DataException">The folder holds something already, or another process is writing it.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public static IReadOnlyList<ImageFailure> Write(ImageFolder images, Split split, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var target = SplitFolderTarget.Take(folder);
        DiskSpace.Require(Path.GetDirectoryName(target.Temporary)!, Bytes(images, cancellation), $"Copying {images.Count} images", "another folder with --out");
        try
        {
            var failures = new SortedDictionary<int, ImageFailure>();
            var copied = split with
            {
                Train = Copy(images, split.Train, Path.Combine(target.Temporary, "train"), failures, cancellation),
                Validation = Copy(images, split.Validation, Path.Combine(target.Temporary, "val"), failures, cancellation),
                Test = Copy(images, split.Test, Path.Combine(target.Temporary, "test"), failures, cancellation),
            };
            SplitManifest.Write(images, copied, Path.Combine(target.Temporary, "split.tsv"));
            target.PutInPlace();
            return [.. failures.Values];
        }
        catch (IOException e) when (FullDisk.Caused(e))
        {
            throw FullDisk.While(folder, e, "nothing is left behind");
        }
    }

    private static long Bytes(ImageFolder images, CancellationToken cancellation)
    {
        var bytes = 0L;
        foreach (var file in images.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                bytes += ImageCopy.Length(images, file);
            }
            catch (ImageDecodeException)
            {
                // It takes no room; the copying names it.
            }
        }

        return bytes;
    }

    private static List<int> Copy(ImageFolder images, IReadOnlyList<int> indices, string folder, SortedDictionary<int, ImageFailure> failures, CancellationToken cancellation)
    {
        var copied = new List<int>(indices.Count);
        foreach (var index in indices)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = images.Files[index];
            try
            {
                ImageCopy.Write(images, file, Path.Combine(folder, images.ClassNames[file.Label], file.Name), cancellation);
                copied.Add(index);
            }
            catch (ImageDecodeException e)
            {
                failures.Add(index, new(index, file.Path, e.Message));
            }
        }

        return copied;
    }
}
