using System.Buffers.Binary;
using System.IO.Hashing;
using MathSymbols.Data;

namespace MathSymbols.Benchmarks.Fuzz.Stores;

/// <summary>Damages a store's file.</summary>
/// <param name="whole">The file as it was written.</param>
/// <param name="fingerprint">The fingerprint in it.</param>
internal sealed class StoreMutator(byte[] whole, string fingerprint)
{
    /// <summary>Bytes before the first row.</summary>
    public const int RowsOffset = 4096;

    private const int VersionOffset = 8;
    private const int CountOffset = 24;
    private const int IndexLengthOffset = 32;
    private const int TailChecksumOffset = 40;
    private const int OwnChecksumOffset = 48;

    // Version, height, width, count, the index's length.
    private static readonly (int Offset, int Bytes)[] Numbers = [(VersionOffset, 4), (12, 4), (16, 4), (CountOffset, 8), (IndexLengthOffset, 8)];

    /// <summary>Where the index begins.</summary>
    public int IndexOffset { get; } = whole.Length - (int)BinaryPrimitives.ReadInt64LittleEndian(whole.AsSpan(IndexLengthOffset));

    // A checksum a row stands between the rows and the index.
    private int ChecksumsOffset => IndexOffset - (sizeof(ulong) * (int)BinaryPrimitives.ReadInt64LittleEndian(whole.AsSpan(CountOffset)));

    /// <summary>Makes a file; one number gives one file.</summary>
    public FuzzCase Make(long number)
    {
        var random = new Random(unchecked((int)number));

        // A hole is as large as memory, so few.
        var damage = random.Next(400) == 0 ? StoreDamage.Hole : (StoreDamage)random.Next(Enum.GetValues<StoreDamage>().Length);
        if (damage == StoreDamage.Hole && random.Next(40) > 0) damage = StoreDamage.IndexLie;
        var file = whole.ToArray();
        var hole = 0L;
        switch (damage)
        {
            case StoreDamage.Numbers:
                for (var left = 1 + random.Next(2); left > 0; left--) Lie(file, random);
                break;
            case StoreDamage.HeaderBytes:
                Overwrite(file.AsSpan(0, random.Next(2) == 0 ? 48 : RowsOffset), random);
                break;
            case StoreDamage.Rows:
                Overwrite(file.AsSpan(RowsOffset, IndexOffset - RowsOffset), random);
                break;
            case StoreDamage.IndexBytes:
                Overwrite(file.AsSpan(IndexOffset), random);
                break;
            case StoreDamage.IndexLie:
                file = [.. file[..IndexOffset], .. IndexLies.Draw(random, file[IndexOffset..], fingerprint)];
                BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(IndexLengthOffset), file.Length - IndexOffset);
                break;
            case StoreDamage.Cut:
                file = file[..random.Next(file.Length)];
                break;
            case StoreDamage.Longer:
                file = [.. file, .. file[..random.Next(file.Length)]];
                break;
            case StoreDamage.Newer:
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(VersionOffset), PixelStoreHeader.CurrentVersion + 1 + random.Next(int.MaxValue - PixelStoreHeader.CurrentVersion - 1));
                break;
            case StoreDamage.Hole:
                // The index is said to be as long as the file goes on.
                hole = ((long[])[int.MaxValue - 1, 1 << 30, 250_000_000, 50_000_000])[random.Next(4)] - (file.Length - IndexOffset);
                BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(IndexLengthOffset), hole + file.Length - IndexOffset);
                break;
            case StoreDamage.Anywhere:
                for (var left = 1 + random.Next(4); left > 0; left--) Overwrite(file, random);
                break;
        }

        if (random.Next(4) > 0) Forge(file);
        return new((int)damage, file, hole);
    }

    // Checksums that fit, so that what they guard is judged, too.
    private void Forge(byte[] file)
    {
        if (file.Length < RowsOffset) return;
        var length = BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(IndexLengthOffset));
        if (length >= 0 && length <= file.Length - IndexOffset) BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(TailChecksumOffset), XxHash3.HashToUInt64(file.AsSpan(ChecksumsOffset, IndexOffset - ChecksumsOffset + (int)length)));
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(OwnChecksumOffset), XxHash3.HashToUInt64(file.AsSpan(0, OwnChecksumOffset)));
    }

    private static void Lie(byte[] file, Random random)
    {
        var (offset, bytes) = Numbers[random.Next(Numbers.Length)];
        var field = file.AsSpan(offset, bytes);
        var now = bytes == 4 ? BinaryPrimitives.ReadInt32LittleEndian(field) : BinaryPrimitives.ReadInt64LittleEndian(field);
        var lie = unchecked(random.Next(8) switch
        {
            0 => now + 1,
            1 => now - 1,
            2 => now * 2,
            3 => -now,
            4 => 0,
            5 => long.MaxValue - random.Next(2),
            6 => int.MaxValue - random.Next(2),
            _ => 1L << random.Next(64),
        });
        if (bytes == 4) BinaryPrimitives.WriteInt32LittleEndian(field, unchecked((int)lie));
        else BinaryPrimitives.WriteInt64LittleEndian(field, lie);
    }

    private static void Overwrite(Span<byte> bytes, Random random)
    {
        var run = bytes[random.Next(bytes.Length)..];
        run = run[..Math.Min(run.Length, random.Next(2) == 0 ? 1 : 1 + random.Next(40))];
        if (random.Next(3) == 0) run[0] ^= (byte)(1 << random.Next(8));
        else random.NextBytes(run);
    }
}
