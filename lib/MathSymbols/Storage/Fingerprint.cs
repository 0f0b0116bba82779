using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MathSymbols.Storage;

/// <summary>
/// A SHA-256 over the relative paths and the contents of files, never over times: the same data has the same fingerprint on every machine.
/// Lengths and times are a shortcut only, to find the fingerprint of a folder that has not changed since it was last read.
/// </summary>
public static class Fingerprint
{
    private const string Format = "mathsymbols-fingerprint";
    private const int Version = 1;
    private const int Block = 4096;

    /// <summary>The fingerprint of files, from the work folder's notes if none has another length or time than when it was last read.</summary>
    /// <param name="root">The folder the paths are relative to.</param>
    /// <param name="paths">Relative paths with '/', in a stable order; gone through twice.</param>
    /// <param name="work">Where notes are kept.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>64 hexadecimal digits.</returns>
    public static string OfFiles(string root, IEnumerable<string> paths, WorkFolder work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(work);
        var notePath = Path.Combine(work.Fingerprints, NameHash.Of(root, digits: 32) + ".json");
        var looks = Looks(root, paths);
        if (ReadNote(notePath) is { } note && note.Format == Format && note.Version == Version && note.Looks == looks) return note.Fingerprint;
        var (fingerprint, complete) = Read(root, paths, cancellation);

        // A file that could not be read may be readable the next time, with the same length and time.
        if (complete) Keep(notePath, new(Format, Version, looks, fingerprint));
        return fingerprint;
    }

    // Reads all files in full on all cores, some thousands at a time; complete when every one could be read.
    private static (string Fingerprint, bool Complete) Read(string root, IEnumerable<string> paths, CancellationToken cancellation)
    {
        var hashes = new byte[Block * ContentHash.Length];
        var complete = true;
        using var sum = new FingerprintSum();
        foreach (var block in paths.Chunk(Block))
        {
            Parallel.For(0, block.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                if (!ContentHash.TryOfFile(Path.Combine(root, block[i]), Hash(i))) Volatile.Write(ref complete, false);
            });
            for (var i = 0; i < block.Length; i++) sum.Add(block[i], Hash(i));
        }

        return (sum.Finish(), complete);

        Span<byte> Hash(int i) => hashes.AsSpan(i * ContentHash.Length, ContentHash.Length);
    }

    private static string Looks(string root, IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[16];
        foreach (var path in paths)
        {
            var info = Target(new FileInfo(Path.Combine(root, path)));
            BinaryPrimitives.WriteInt64LittleEndian(numbers, info.Exists ? info.Length : -1);
            BinaryPrimitives.WriteInt64LittleEndian(numbers[8..], info.Exists ? info.LastWriteTimeUtc.Ticks : 0);
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(numbers);
        }

        return Hex(hash.GetHashAndReset());
    }

    // A link's own length and time do not change with what it points to.
    private static FileInfo Target(FileInfo file)
    {
        try
        {
            return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
        }
        catch (IOException)
        {
            return file; // A loop of links: reading it will fail, too.
        }
    }

    private static Note? ReadNote(string path)
    {
        try
        {
            // It becomes part of a file's name.
            return File.Exists(path) && JsonSerializer.Deserialize<Note>(File.ReadAllText(path)) is { Fingerprint: { Length: 2 * SHA256.HashSizeInBytes } text } note && text.All(char.IsAsciiHexDigitLower) ? note : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A note saves time only, so that none can be kept is no failure.
    private static void Keep(string path, Note note)
    {
        try
        {
            AtomicFile.Write(path, JsonSerializer.Serialize(note));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed record Note(string Format, int Version, string Looks, string Fingerprint);
}
