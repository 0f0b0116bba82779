using System.Buffers.Binary;
using System.Text;

namespace MathSymbols.Features;

/// <summary>The first bytes of a feature file, little-endian. Slots follow it: a row of float16 values and their checksum each.</summary>
/// <param name="Count">Slots.</param>
/// <param name="Values">Values a row.</param>
/// <param name="Identity">What the features depend on, as text.</param>
internal sealed record FeatureHeader(int Count, int Values, string Identity)
{
    /// <summary>Where the first slot starts.</summary>
    public const int SlotsOffset = 4096;

    /// <summary>Bytes of a checksum.</summary>
    public const int ChecksumBytes = sizeof(ulong);

    private const int CurrentVersion = 1;
    private const int TextOffset = 28;

    private static ReadOnlySpan<byte> Magic => "MSFEATUR"u8;

    public int RowBytes => Values * 2;

    public int SlotBytes => RowBytes + ChecksumBytes;

    public long FileLength => SlotsOffset + ((long)Count * SlotBytes);

    public long SlotOffset(int index) => SlotsOffset + ((long)index * SlotBytes);

    public byte[] ToBytes()
    {
        var bytes = new byte[SlotsOffset];
        var text = Encoding.UTF8.GetBytes(Identity);
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), CurrentVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Values);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), text.Length);
        text.CopyTo(bytes, TextOffset);
        return bytes;
    }

    /// <summary>Whether a file begins with just this header.</summary>
    /// <exception cref="FeatureException">The file was written by a newer version of the program.</exception>
    public bool Matches(ReadOnlySpan<byte> start, string path)
    {
        if (start.Length < SlotsOffset || !start.StartsWith(Magic)) return false;
        var version = BinaryPrimitives.ReadInt32LittleEndian(start[8..]);
        if (version > CurrentVersion) throw new FeatureException($"'{path}' has format version {version}, written by a newer program; this one reads up to {CurrentVersion}: update it, or delete the file.");
        return start.SequenceEqual(ToBytes());
    }
}
