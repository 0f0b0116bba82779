using System.Buffers.Binary;
using System.IO.Hashing;
using MathSymbols.Storage;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Features;

/// <summary>
/// A file of rows that are filled one by one, in any order. A row is there when the checksum behind it is the one of its values: a process that is killed while it writes leaves a row that is not there yet.
/// </summary>
internal sealed class FeatureFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly FeatureHeader _header;

    private FeatureFile(string path, SafeFileHandle handle, FeatureHeader header) => (FilePath, _handle, _header) = (path, handle, header);

    public string FilePath { get; }

    /// <summary>Opens the file, or makes an empty one under a temporary name and renames it.</summary>
    public static FeatureFile Open(string path, FeatureHeader header, CancellationToken cancellation)
    {
        if (!IsOurs(path, header)) Make(path, header, cancellation);
        return new(path, File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, FileOptions.RandomAccess), header);
    }

    /// <summary>Held by whoever writes rows, or makes the file.</summary>
    public static FileLock Hold(string path, CancellationToken cancellation) => FileLock.Acquire(path + ".lock", cancellation);

    private static void Make(string path, FeatureHeader header, CancellationToken cancellation)
    {
        using var held = Hold(path, cancellation);

        // Another process may have made it while this one waited.
        if (!IsOurs(path, header))
        {
            AtomicFile.Write(path, stream =>
            {
                stream.Write(header.ToBytes());
                stream.SetLength(header.FileLength);
            });
        }
    }

    /// <summary>Whether each row is there.</summary>
    public bool[] Verify(CancellationToken cancellation)
    {
        var there = new bool[_header.Count];
        Parallel.For(0, _header.Count, new ParallelOptions { CancellationToken = cancellation }, () => new byte[_header.SlotBytes], (i, _, slot) =>
        {
            there[i] = IsThere(i, slot);
            return slot;
        }, _ => { });
        return there;
    }

    /// <summary>Whether a row is there.</summary>
    public bool IsThere(int index) => IsThere(index, new byte[_header.SlotBytes]);

    /// <summary>Reads a row that is there.</summary>
    public void Read(int index, Span<byte> row)
    {
        if (FileReads.Read(_handle, row, _header.SlotOffset(index)) < row.Length) throw new FeatureException($"'{FilePath}' ends too early: delete it, and it will be made again.");
    }

    /// <summary>Writes a row. Its checksum comes last.</summary>
    public void Write(int index, ReadOnlySpan<byte> row)
    {
        var slot = new byte[_header.SlotBytes];
        row.CopyTo(slot);
        BinaryPrimitives.WriteUInt64LittleEndian(slot.AsSpan(row.Length), Checksum(row));
        try
        {
            RandomAccess.Write(_handle, slot, _header.SlotOffset(index));
        }
        catch (IOException e) when (FullDisk.Caused(e))
        {
            throw FullDisk.While(FilePath, e, "the rows so far stay");
        }
    }

    public void Dispose() => _handle.Dispose();

    private static bool IsOurs(string path, FeatureHeader header)
    {
        if (!File.Exists(path)) return false;
        using var stream = RegularFile.Open(path);
        var start = new byte[FeatureHeader.SlotsOffset];
        return stream.Length == header.FileLength && header.Matches(start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)), path);
    }

    private bool IsThere(int index, byte[] slot)
    {
        // A slot that was never written is a hole in the file: look at its end before reading the whole.
        var end = slot.AsSpan(_header.RowBytes);
        if (FileReads.Read(_handle, end, _header.SlotOffset(index) + _header.RowBytes) < end.Length) return false;
        var checksum = BinaryPrimitives.ReadUInt64LittleEndian(end);
        var row = slot.AsSpan(0, _header.RowBytes);
        return checksum != 0 && FileReads.Read(_handle, row, _header.SlotOffset(index)) == row.Length && Checksum(row) == checksum;
    }

    // Zero is kept for slots that were never written.
    private static ulong Checksum(ReadOnlySpan<byte> row) => Math.Max(1, XxHash3.HashToUInt64(row));
}
