using MathSymbols.Storage;
using MathSymbols.Storage.Archives;

namespace MathSymbols.Data.Obtain;

/// <summary>An archive that is open, and what of it is the dataset.</summary>
internal sealed class DatasetArchive : IDisposable
{
    private readonly ArchiveReader _reader;

    private DatasetArchive(ArchiveReader reader, string name)
    {
        _reader = reader;
        var images = reader.Files.Where(f => ImageFolder.IsImage(f.Path)).ToList();
        var fitting = images.Where(f => f.Length <= Limits.ImageBytes).ToList();
        var layout = ArchiveLayout.Choose([.. fitting.Select(f => f.Path)])
            ?? throw ArchiveException.Of(name, "it holds no images in folders, one for each class");
        (Top, Images) = (layout.Top, [.. layout.Images.Select(i => (fitting[i.Index], i.Target))]);
        LeftOut = [.. reader.LeftOut.Where(IsMissed), .. images.Except(fitting).Select(f => new LeftOut(f.Path, LeftOutReason.Size))];
        OtherImages = fitting.Count - Images.Count;
        OtherFiles = reader.Files.Count - images.Count + reader.LeftOut.Count - reader.LeftOut.Count(IsMissed);
    }

    /// <summary>The folder that holds the class folders; "" for the archive's top.</summary>
    public string Top { get; }

    /// <summary>The images below it, and their paths below it.</summary>
    public IReadOnlyList<(ArchiveFile File, string Target)> Images { get; }

    /// <summary>How many images lie elsewhere.</summary>
    public int OtherImages { get; }

    /// <summary>How many files are no images.</summary>
    public int OtherFiles { get; }

    /// <summary>What somebody might miss.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>The images as they can be known again.</summary>
    public string Listing => ImageListing.Of(Images.Select(i => (i.Target, i.File.Length, i.File.Entry.Crc32)));

    /// <summary>Opens an archive.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="cancellation">Ends the judging of its list.</param>
    /// <exception cref="ArchiveException">It is none, is refused, or holds no images in class folders.</exception>
    public static DatasetArchive Open(FetchedArchive archive, CancellationToken cancellation)
    {
        var reader = ArchiveReader.Open(archive.FilePath, archive.Name, cancellation);
        try
        {
            return new(reader, archive.Name);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks an image; see <see cref="ArchiveReader.Unpack"/>.</summary>
    public void Unpack(ArchiveFile file, string target, byte[] buffer, CancellationToken cancellation) => _reader.Unpack(file, target, buffer, cancellation);

    /// <summary>Closes it.</summary>
    public void Dispose() => _reader.Dispose();

    // A stray file of another kind is no loss, whatever its name; neither is what lies where nobody looks.
    private static bool IsMissed(LeftOut entry) => entry.Name.Replace('\\', '/') is var path && !ArchiveLayout.IsHidden(path) && (entry.Reason != LeftOutReason.Name || ImageFolder.IsImage(path));
}
