using System.Buffers.Binary;

namespace MathSymbols.Models;

/// <summary>The first bytes of an HDF5 file (HDF5 File Format Specification 3.0, II.A), as far as they tell a whole file from a part.</summary>
internal static class Hdf5Superblock
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <summary>What is wrong with a file as a whole; null when nothing is.</summary>
    /// <param name="stream">The file, at its start.</param>
    public static string? Problem(Stream stream)
    {
        var start = new byte[64];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!start.AsSpan(0, Math.Min(read, Signature.Length)).SequenceEqual(Signature)) return "it is no HDF5 file";
        if (read < start.Length) return CutOff($"{read} bytes");

        // Where the end's address is depends on the version; its width is 8 in every file of today.
        var (widthAt, endAt) = start[8] switch
        {
            0 => (13, 40),
            1 => (13, 44),
            2 or 3 => (9, 28),
            _ => (0, 0),
        };
        if (endAt == 0 || start[widthAt] != sizeof(ulong)) return $"it is HDF5 of a kind that is not read (superblock version {start[8]})";
        var end = BinaryPrimitives.ReadUInt64LittleEndian(start.AsSpan(endAt));
        return end > (ulong)stream.Length ? CutOff($"it has {stream.Length} of {end} bytes") : null;
    }

    private static string CutOff(string how) => $"it is cut off ({how})";
}
