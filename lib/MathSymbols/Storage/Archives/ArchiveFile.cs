using System.IO.Compression;
using System.IO.Hashing;

namespace MathSymbols.Storage.Archives;

/// <summary>One file of an archive, its name judged good.</summary>
/// <param name="Archive">The archive, as a person knows it.</param>
/// <param name="Path">Its path with '/' between the parts.</param>
/// <param name="Entry">The entry.</param>
internal sealed record ArchiveFile(string Archive, string Path, ZipArchiveEntry Entry)
{
    /// <summary>The bytes that it declares to have.</summary>
    public long Length => Entry.Length;

    /// <summary>Unpacks it to a new file.</summary>
    /// <param name="target">The file; none of that name may be there.</param>
    /// <param name="buffer">Room to work in.</param>
    /// <param name="cancellation">Ends it; a part of the file stays.</param>
    /// <exception cref="ArchiveException">Another is there already. It is encrypted, packed in an unknown way or damaged, or gives more or less than it declares.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Unpack(string target, byte[] buffer, CancellationToken cancellation)
    {
        if (Entry.IsEncrypted) throw Problem("is encrypted: unpack the archive with its password yourself");
        using var source = Reading(Entry.Open);
        using var stream = Create(target);
        var crc = new Crc32();
        var left = Length;

        // One byte more than is left is asked for: that shows at once when there is more.
        while (Reading(() => source.Read(buffer, 0, (int)Math.Min(buffer.Length, left + 1))) is > 0 and var count)
        {
            cancellation.ThrowIfCancellationRequested();
            if (count > left) throw Problem($"gives more than the {Length} bytes it declares");
            left -= count;
            crc.Append(buffer.AsSpan(0, count));
            stream.Write(buffer, 0, count);
        }

        if (left > 0) throw Problem($"gives {Length - left} of the {Length} bytes it declares");
        if (crc.GetCurrentHashAsUInt32() != Entry.Crc32) throw Problem("is damaged: its content does not fit its checksum");
    }

    // Where a system takes more names for one than any list of names can foresee, letters with an accent in one sign and in two for example.
    private FileStream Create(string target)
    {
        try
        {
            return new(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (File.Exists(target))
        {
            throw Problem("and a file before it are one file on this disk", e);
        }
    }

    private T Reading<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception e) when (ArchiveReader.IsDamage(e))
        {
            throw Problem("is damaged, or packed in a way that is not known here", e);
        }
    }

    private ArchiveException Problem(string problem, Exception? inner = null) => ArchiveException.Of(Archive, $"{Printable.Quote(Path)} {problem}", inner);
}
