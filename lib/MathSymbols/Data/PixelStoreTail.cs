using System.IO.Hashing;
using System.Runtime.InteropServices;
using MathSymbols.Storage;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Data;

/// <summary>What stands behind the rows of a pixel file: a checksum (XXH3) a row, and the index.</summary>
/// <param name="Checksums">One a row, in the order of the rows.</param>
/// <param name="Index">Whose images they are.</param>
internal sealed record PixelStoreTail(ulong[] Checksums, PixelStoreIndex Index)
{
    /// <summary>The checksum of a row.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> row) => XxHash3.HashToUInt64(row);

    /// <summary>Writes it where the header says, then the header, which is whole only then.</summary>
    public void Write(SafeFileHandle handle, PixelStoreHeader header)
    {
        var checksums = MemoryMarshal.AsBytes(Checksums.AsSpan());
        var index = Index.ToBytes();
        if (index.Length > Limits.HeaderBytes)
            throw new DataException($"Too many of the {header.Count} images cannot be decoded: {Index.Failures.Count}; the first: '{Index.Failures[0].Path}', {Index.Failures[0].Reason}.");
        RandomAccess.Write(handle, checksums, header.ChecksumsOffset);
        RandomAccess.Write(handle, index, header.IndexOffset);
        RandomAccess.Write(handle, (header with { IndexLength = index.Length, TailChecksum = Hash(checksums, index) }).ToBytes(), 0);
    }

    /// <summary>Null when it is damaged, or other images'.</summary>
    public static PixelStoreTail? Read(SafeFileHandle handle, PixelStoreHeader header, ImageFolder images)
    {
        var checksums = new ulong[header.Count];
        var index = new byte[header.IndexLength];
        if (FileReads.Read(handle, MemoryMarshal.AsBytes(checksums.AsSpan()), header.ChecksumsOffset) < header.ChecksumsLength) return null;
        if (FileReads.Read(handle, index, header.IndexOffset) < index.Length) return null;
        if (Hash(MemoryMarshal.AsBytes(checksums.AsSpan()), index) != header.TailChecksum) return null;
        return PixelStoreIndex.Parse(index, images) is { } parsed ? new(checksums, parsed) : null;
    }

    private static ulong Hash(ReadOnlySpan<byte> checksums, ReadOnlySpan<byte> index)
    {
        var hash = new XxHash3();
        hash.Append(checksums);
        hash.Append(index);
        return hash.GetCurrentHashAsUInt64();
    }
}
