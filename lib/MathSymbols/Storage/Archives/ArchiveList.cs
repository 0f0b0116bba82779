using System.IO.Compression;

namespace MathSymbols.Storage.Archives;

/// <summary>Sorts an archive's entries: files that may be unpacked, entries that are left out, and those for which the whole is refused.</summary>
/// <param name="archive">The archive, as a person knows it.</param>
internal sealed class ArchiveList(string archive)
{
    private const int TypeBits = 0xF000, Regular = 0x8000, Folder = 0x4000, Link = 0xA000;

    // Where letters' case does not count, one of two files would replace the other, and the same archive would give other data.
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _folders = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ArchiveFile> _files = [];
    private readonly List<LeftOut> _leftOut = [];
    private long _bytes;

    /// <summary>The files, in the archive's order.</summary>
    public IReadOnlyList<ArchiveFile> Files => _files;

    /// <summary>What is left out.</summary>
    public IReadOnlyList<LeftOut> LeftOut => _leftOut;

    /// <summary>Takes an entry.</summary>
    /// <exception cref="ArchiveException">For this entry the archive is refused.</exception>
    public void Add(ZipArchiveEntry entry)
    {
        var name = ArchiveName.Of(entry.FullName);
        if (name.Verdict == NameVerdict.Outside) throw Problem(entry.FullName, "leads out of the folder it is unpacked into; nothing was unpacked");

        // The upper half is what Unix calls the mode; programs elsewhere leave it zero.
        var type = (entry.ExternalAttributes >> 16) & TypeBits;
        if (type is not (0 or Regular or Folder)) _leftOut.Add(new(entry.FullName, type == Link ? LeftOutReason.Link : LeftOutReason.Device));
        else if (type == Folder || entry.FullName is [.., '/' or '\\']) return;
        else if (name.Verdict == NameVerdict.Unusable) _leftOut.Add(new(entry.FullName, LeftOutReason.Name));
        else AddFile(entry, name.Path);
    }

    private void AddFile(ZipArchiveEntry entry, string name)
    {
        if (!_names.Add(name)) throw Problem(name, "comes twice, or in large and small letters; nothing was unpacked");
        var folder = name[..Math.Max(name.LastIndexOf('/'), 0)];
        if (_folders.TryGetValue(folder, out var spelling) && spelling != folder) throw Problem(folder, $"and {Printable.Quote(spelling)} are one folder on some systems; nothing was unpacked");
        _folders[folder] = folder;

        if (entry.Length < 0) throw Problem(name, "declares a length below zero; nothing was unpacked");

        // Each at a time: the sum of what a hostile archive declares does not fit a number.
        if (entry.Length > Limits.UnpackedBytes - _bytes) throw ArchiveException.Of(archive, $"its files have more than {DiskSpace.Size(Limits.UnpackedBytes)} together; nothing was unpacked");
        _bytes += entry.Length;
        _files.Add(new(archive, name, entry));
    }

    private ArchiveException Problem(string name, string problem) => ArchiveException.Of(archive, $"{Printable.Quote(name)} {problem}");
}
