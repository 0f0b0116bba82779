using System.Numerics;

namespace MathSymbols.Data.Audit;

/// <summary>
/// 256 bits that look-alikes have nearly in common: the signs of an image's low frequencies, after Zauner, "Implementation and
/// Benchmarking of Perceptual Image Hash Functions" (2010, section 3.2.1), with 16 × 16 frequencies instead of 8 × 8.
/// </summary>
/// <param name="A">Bits 0 to 63.</param>
/// <param name="B">Bits 64 to 127.</param>
/// <param name="C">Bits 128 to 191.</param>
/// <param name="D">Bits 192 to 255.</param>
internal readonly record struct PerceptualHash(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>Bits of a hash.</summary>
    public const int Bits = 256;

    /// <summary>Values a side of what is hashed.</summary>
    public const int Side = 32;

    private const int Kept = 16;

    private static readonly float[] Cosines = MakeCosines();

    /// <summary>In how many bits two hashes differ, 0 to <see cref="Bits"/>.</summary>
    public static int Distance(in PerceptualHash a, in PerceptualHash b) =>
        BitOperations.PopCount(a.A ^ b.A) + BitOperations.PopCount(a.B ^ b.B) + BitOperations.PopCount(a.C ^ b.C) + BitOperations.PopCount(a.D ^ b.D);

    /// <summary>The hash of values.</summary>
    /// <param name="cells">Shape [32, 32].</param>
    public static PerceptualHash Of(ReadOnlySpan<float> cells)
    {
        Span<float> rows = stackalloc float[Side * Kept];
        for (var y = 0; y < Side; y++)
        {
            for (var u = 0; u < Kept; u++) rows[u * Side + y] = Dot(cells.Slice(y * Side, Side), Cosines.AsSpan(u * Side, Side));
        }

        Span<ulong> words = stackalloc ulong[4];
        for (var i = 0; i < Bits; i++)
        {
            if (Dot(rows.Slice(i % Kept * Side, Side), Cosines.AsSpan(i / Kept * Side, Side)) > 0) words[i / 64] |= 1UL << i % 64;
        }

        return new(words[0], words[1], words[2], words[3]);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static float[] MakeCosines() =>
        [.. Enumerable.Range(0, Kept * Side).Select(i => (float)Math.Cos(Math.PI * (i / Side) * (2 * (i % Side) + 1) / (2 * Side)))];
}
