using MathSymbols.Storage;
using MathSymbols.Storage.Archives;

namespace MathSymbols.Data.Obtain;

/// <summary>Unpacks the images of an archive that anybody may have made.</summary>
public static class DatasetUnpacker
{
    private const int BufferBytes = 1 << 17;

    // What a file system takes beyond a file's content, generously.
    private const int BlockBytes = 4096;

    /// <summary>Unpacks an archive. The folder appears whole or not at all.</summary>
    /// <param name="archive">The zip file; it is not discarded.</param>
    /// <param name="target">The folder to create; it must not hold anything.</param>
    /// <param name="progress">Told how many of how many images are done.</param>
    /// <param name="cancellation">Ends it; what was unpacked is removed.</param>
    /// <exception cref="ArchiveException">The archive is none, damaged, refused, or holds no images in class folders.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public static UnpackedDataset Unpack(FetchedArchive archive, DatasetTarget target, Action<int, int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(target);
        using var dataset = DatasetArchive.Open(archive, cancellation);
        DiskSpace.Require(target.Folder, dataset.Images.Sum(i => i.File.Length + BlockBytes), "Unpacking the images", "another folder with --to");
        try
        {
            Copy(dataset, target.Temporary, progress, cancellation);
            archive.Note(dataset.Listing);
            target.PutInPlace();
        }
        catch (IOException e) when (FullDisk.Caused(e))
        {
            throw new DiskSpaceException($"The disk of '{target.Folder}' became full while the images were unpacked: make room there and try again, or name another folder with --to; nothing is left behind.", e);
        }
        finally
        {
            target.RemoveLeftovers();
        }

        return new(ImageFolder.Open(target.Folder), dataset.Top, dataset.OtherImages, dataset.OtherFiles, dataset.LeftOut);
    }

    private static void Copy(DatasetArchive dataset, string folder, Action<int, int>? progress, CancellationToken cancellation)
    {
        var (buffer, path) = (new byte[BufferBytes], folder);
        for (var i = 0; i < dataset.Images.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            path = Path.Combine([folder, .. dataset.Images[i].Target.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            dataset.Unpack(dataset.Images[i].File, path, buffer, cancellation);
            progress?.Invoke(i + 1, dataset.Images.Count);
        }

        // The archive is discarded soon: after a power cut there must not be empty files instead of it.
        DiskSync.FileSystemOf(path);
    }
}
