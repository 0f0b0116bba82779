using System.Buffers.Binary;
using System.IO.Hashing;

namespace MathSymbols.Benchmarks.Fuzz.Images.Layout;

/// <summary>A PNG's chunks.</summary>
internal static class PngLayout
{
    // Length and type before, checksum after.
    private const int Around = 12;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10];

    public static void Read(ReadOnlySpan<byte> file, ImageLayout layout)
    {
        for (var at = Signature.Length; Length(file, at) is { } length; at += Around + length)
        {
            layout.Parts.Add(at..(at + Around + length));
            layout.Length(at, 4, bigEndian: true);
            var type = file[(at + 4)..(at + 8)];
            if (type.SequenceEqual("IHDR"u8))
            {
                layout.Extent(at + 8, 4, bigEndian: true);
                layout.Extent(at + 12, 4, bigEndian: true);
            }

            if (length > 0) layout.Content.Add((at + 8)..(at + 8 + length));
        }
    }

    /// <summary>Sets each chunk's checksum right, so that damage reaches what is behind it.</summary>
    public static void Repair(Span<byte> file)
    {
        if (!file.StartsWith(Signature)) return;
        for (var at = Signature.Length; Length(file, at) is { } length; at += Around + length)
            BinaryPrimitives.WriteUInt32BigEndian(file[(at + 8 + length)..], Crc32.HashToUInt32(file[(at + 4)..(at + 8 + length)]));
    }

    private static int? Length(ReadOnlySpan<byte> file, int at)
    {
        if (at + Around > file.Length) return null;
        var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        return at + Around + length <= file.Length ? (int)length : null;
    }
}
