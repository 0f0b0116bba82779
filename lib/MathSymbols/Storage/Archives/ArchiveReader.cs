using System.IO.Compression;
using System.Text;

namespace MathSymbols.Storage.Archives;

/// <summary>
/// A zip archive that anybody may have made. .NET's reader holds each entry to what it declares, but reads any number of entries into
/// memory, trusts names and checks no content: that is done here.
/// </summary>
internal sealed class ArchiveReader : IDisposable
{
    private readonly FileStream _file;
    private readonly GuardedStream _guarded;
    private readonly ZipArchive _zip;

    private ArchiveReader(FileStream file, GuardedStream guarded, ZipArchive zip, ArchiveList list) =>
        (_file, _guarded, _zip, Files, LeftOut) = (file, guarded, zip, list.Files, list.LeftOut);

    /// <summary>The files that may be unpacked, in the archive's order.</summary>
    public IReadOnlyList<ArchiveFile> Files { get; }

    /// <summary>The entries that may not.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>Opens an archive and judges everything in its list.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="name">Where it comes from, as a person knows it.</param>
    /// <param name="cancellation">Ends the judging.</param>
    /// <exception cref="ArchiveException">It is no zip archive, or is refused.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ArchiveReader Open(string path, string name, CancellationToken cancellation)
    {
        var file = RegularFile.Open(path);
        try
        {
            CheckFile(name, file);
            var guarded = new GuardedStream(file);
            guarded.Allow(int.MaxValue, Limits.ArchiveListBytes);
            var zip = ReadList(name, guarded);
            var list = new ArchiveList(name);
            foreach (var entry in zip.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                list.Add(entry);
            }

            return new(file, guarded, zip, list);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Unpacks one of <see cref="Files"/>; see <see cref="ArchiveFile.Unpack"/>.</summary>
    public void Unpack(ArchiveFile file, string target, byte[] buffer, CancellationToken cancellation)
    {
        // What a file gives is bounded by what it declares.
        _guarded.Allow(int.MaxValue, long.MaxValue);
        file.Unpack(target, buffer, cancellation);
    }

    /// <summary>Closes the archive.</summary>
    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
    }

    /// <summary>True for what .NET's reader throws where an archive is damaged.</summary>
    internal static bool IsDamage(Exception e) => e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException;

    private static void CheckFile(string name, FileStream file)
    {
        if (!file.CanSeek) throw ArchiveException.Of(name, "it is no file on a disk");
        if (file.Length > Limits.ArchiveBytes) throw ArchiveException.Of(name, $"it has {DiskSpace.Size(file.Length)}, more than the {DiskSpace.Size(Limits.ArchiveBytes)} allowed");
        Span<byte> start = stackalloc byte[64];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.Length == 0) throw ArchiveException.Of(name, "it is empty");
        var text = Encoding.Latin1.GetString(start).TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n');
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            throw ArchiveException.Of(name, "it is a web page, perhaps one that asks to log in, and no archive");
    }

    private static ZipArchive ReadList(string name, GuardedStream guarded)
    {
        try
        {
            var zip = new ZipArchive(guarded, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count switch
            {
                0 => throw ArchiveException.Of(name, "it holds no files"),
                > Limits.ArchiveEntries => throw ArchiveException.Of(name, FormattableString.Invariant($"it holds {zip.Entries.Count:#,0} files and folders, more than the {Limits.ArchiveEntries:#,0} allowed")),
                _ => zip,
            };
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw ArchiveException.Of(name, guarded.Exceeded ? $"the list of its files has more than the {DiskSpace.Size(Limits.ArchiveListBytes)} allowed" : "it is no zip archive, or is damaged or cut off", e);
        }
    }
}
