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
        using var reader = ArchiveReader.Open(archive.FilePath, archive.Name, cancellation);
        var images = reader.Files.Where(f => ImageFolder.IsImage(f.Path)).ToList();
        var fitting = images.Where(f => f.Length <= Limits.ImageBytes).ToList();
        var layout = ArchiveLayout.Choose([.. fitting.Select(f => f.Path)])
            ?? throw ArchiveException.Of(archive.Name, "it holds no images in folders, one for each class");
        var chosen = layout.Images.Select(i => (File: fitting[i.Index], i.Target)).ToList();
        DiskSpace.Require(target.Folder, chosen.Sum(c => c.File.Length + BlockBytes), "Unpacking the images", "another folder with --to");
        try
        {
            Copy(reader, chosen, target.Temporary, progress, cancellation);
            target.PutInPlace();
        }
        finally
        {
            target.RemoveLeftovers();
        }

        LeftOut[] leftOut = [.. reader.LeftOut.Where(IsMissed), .. images.Except(fitting).Select(f => new LeftOut(f.Path, LeftOutReason.Size))];
        var others = reader.Files.Count - images.Count + reader.LeftOut.Count - reader.LeftOut.Count(IsMissed);
        return new(ImageFolder.Open(target.Folder), layout.Top, fitting.Count - chosen.Count, others, leftOut);
    }

    private static void Copy(ArchiveReader reader, List<(ArchiveFile File, string Target)> chosen, string folder, Action<int, int>? progress, CancellationToken cancellation)
    {
        var buffer = new byte[BufferBytes];
        for (var i = 0; i < chosen.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var path = Path.Combine([folder, .. chosen[i].Target.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            reader.Unpack(chosen[i].File, path, buffer, cancellation);
            progress?.Invoke(i + 1, chosen.Count);
        }
    }

    // A stray file of another kind is no loss, whatever its name; neither is what lies where nobody looks.
    private static bool IsMissed(LeftOut entry) => entry.Name.Replace('\\', '/') is var path && !ArchiveLayout.IsHidden(path) && (entry.Reason != LeftOutReason.Name || ImageFolder.IsImage(path));
}
