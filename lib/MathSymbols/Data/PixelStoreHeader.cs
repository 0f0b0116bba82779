using System.Buffers.Binary;
using System.IO.Hashing;
using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>The first bytes of a pixel file, little-endian; the rows start at <see cref="RowsOffset"/>, their checksums and the index follow them.</summary>
/// <param name="Count">Rows.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Width">Pixels.</param>
/// <param name="IndexLength">Bytes of the JSON index behind the checksums.</param>
/// <param name="TailChecksum">XXH3 of the rows' checksums and the index.</param>
internal readonly record struct PixelStoreHeader(long Count, int Height, int Width, long IndexLength, ulong TailChecksum)
{
    /// <summary>Where the first row starts: a page's length, so that rows are read from page borders on.</summary>
    public const int RowsOffset = 4096;

    /// <summary>The version this program writes and reads. 2: images stand upright, rows have checksums.</summary>
    public const int CurrentVersion = 2;

    /// <summary>Bytes at the start that are needed to read one.</summary>
    public const int Size = 56;

    private const int OwnChecksum = 48;

    // A path and a reason, every letter of them escaped.
    private const int MostBytesOfFailure = 1 << 15;

    private static ReadOnlySpan<byte> Magic => "MSPIXELS"u8;

    public long RowBytes => (long)PixelImage.Channels * Height * Width;

    public long ChecksumsOffset => RowsOffset + Count * RowBytes;

    public long ChecksumsLength => Count * sizeof(ulong);

    public long IndexOffset => ChecksumsOffset + ChecksumsLength;

    public long FileLength => IndexOffset + IndexLength;

    public byte[] ToBytes()
    {
        var bytes = new byte[RowsOffset];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), CurrentVersion);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Height);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Width);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), IndexLength);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(40), TailChecksum);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(OwnChecksum), XxHash3.HashToUInt64(bytes.AsSpan(0, OwnChecksum)));
        return bytes;
    }

    /// <summary>Null when the bytes are no header that this program can use.</summary>
    /// <exception cref="DataException">The file was written by a newer version of the program.</exception>
    public static PixelStoreHeader? Parse(ReadOnlySpan<byte> bytes, string path)
    {
        if (bytes.Length < Size || !bytes[..Magic.Length].SequenceEqual(Magic)) return null;
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version > CurrentVersion)
            throw new DataException($"'{path}' has format version {version}, written by a newer program; this one reads up to {CurrentVersion}: update it, or delete the file.");
        if (version < CurrentVersion || BinaryPrimitives.ReadUInt64LittleEndian(bytes[OwnChecksum..]) != XxHash3.HashToUInt64(bytes[..OwnChecksum])) return null;
        var header = new PixelStoreHeader(
            BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            BinaryPrimitives.ReadUInt64LittleEndian(bytes[40..]));
        return header is { Count: > 0 and < int.MaxValue, Height: > 0 and <= ushort.MaxValue, Width: > 0 and <= ushort.MaxValue, IndexLength: > 0 and <= Limits.HeaderBytes } && header.IndexLength <= MostBytesOfFailure * (header.Count + 1)
            ? header
            : null;
    }
}
