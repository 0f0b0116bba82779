using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MathSymbols.Data.Audit;

/// <summary>What decoded pixels are known by, however they were stored: a SHA-256 over width, height and RGB.</summary>
internal static class PixelHash
{
    private const int Chunk = 1 << 14;

    /// <summary>The hash as 64 hexadecimal digits.</summary>
    public static string Of(RgbaImage image)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[3 * Chunk];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, image.Width);
        BinaryPrimitives.WriteInt32LittleEndian(buffer[4..], image.Height);
        sum.AppendData(buffer[..8]);
        for (var rest = image.Pixels; rest.Length > 0; rest = rest[Math.Min(rest.Length, 4 * Chunk)..])
        {
            var count = Math.Min(Chunk, rest.Length / 4);
            for (var (from, to) = (0, 0); to < 3 * count; from += 4, to += 3) (buffer[to], buffer[to + 1], buffer[to + 2]) = (rest[from], rest[from + 1], rest[from + 2]);
            sum.AppendData(buffer[..(3 * count)]);
        }

        return Convert.ToHexStringLower(sum.GetHashAndReset());
    }
}
