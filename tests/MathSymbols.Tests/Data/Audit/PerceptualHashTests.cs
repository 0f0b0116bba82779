using FsCheck.Xunit;
using MathSymbols.Data.Audit;
using MathSymbols.Data.Random;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class PerceptualHashTests
{
    [Property]
    public bool The_distance_counts_the_bits_that_differ(ulong[] words)
    {
        var (a, b) = (Hash(words, 0), Hash(words, 4));
        var expected = ((ulong[])[a.A ^ b.A, a.B ^ b.B, a.C ^ b.C, a.D ^ b.D]).Sum(w => Convert.ToString((long)w, 2).Count(c => c == '1'));
        return PerceptualHash.Distance(a, b) == expected && PerceptualHash.Distance(b, a) == expected && PerceptualHash.Distance(a, a) == 0;
    }

    [Property]
    public bool The_distance_obeys_the_triangle_inequality(ulong[] words)
    {
        var (a, b, c) = (Hash(words, 0), Hash(words, 4), Hash(words, 8));
        return PerceptualHash.Distance(a, c) <= PerceptualHash.Distance(a, b) + PerceptualHash.Distance(b, c);
    }

    [Fact]
    public void Brightness_changes_no_bit_and_another_drawing_nearly_half_of_them()
    {
        var random = MersenneTwister.FromSeed(1);
        float[][] drawings = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, PerceptualHash.Side * PerceptualHash.Side).Select(_ => (float)(random.NextUInt32() % 256)).ToArray())];
        for (var i = 0; i < drawings.Length; i++)
        {
            var hash = PerceptualHash.Of(drawings[i]);
            Assert.Equal(hash, PerceptualHash.Of([.. drawings[i].Select(v => v / 2)]));
            if (i > 0) Assert.InRange(PerceptualHash.Distance(hash, PerceptualHash.Of(drawings[i - 1])), PerceptualHash.Bits / 4, PerceptualHash.Bits * 3 / 4);
        }
    }

    private static PerceptualHash Hash(ulong[] words, int start) =>
        new(words.ElementAtOrDefault(start), words.ElementAtOrDefault(start + 1), words.ElementAtOrDefault(start + 2), words.ElementAtOrDefault(start + 3));
}
