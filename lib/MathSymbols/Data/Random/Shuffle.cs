using System.Numerics;

namespace MathSymbols.Data.Random;

/// <summary>Shuffles that give the order CPython and numpy give, so that their splits can be reproduced.</summary>
internal static class Shuffle
{
    /// <summary>CPython's <c>random.seed(seed); random.shuffle(items)</c>.</summary>
    public static void Python<T>(IList<T> items, int seed)
    {
        var generator = MersenneTwister.FromKey((uint)seed);
        for (var i = items.Count - 1; i > 0; i--)
        {
            var limit = (uint)i + 1;
            var shift = BitOperations.LeadingZeroCount(limit); // getrandbits(k) keeps the top k bits.
            uint j;
            do j = generator.NextUInt32() >> shift;
            while (j >= limit);
            (items[i], items[(int)j]) = (items[(int)j], items[i]);
        }
    }

    /// <summary>numpy's <c>RandomState(seed).shuffle(items)</c>.</summary>
    public static void Numpy<T>(IList<T> items, int seed)
    {
        var generator = MersenneTwister.FromSeed((uint)seed);
        for (var i = items.Count - 1; i > 0; i--)
        {
            var mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)i);
            uint j;
            do j = generator.NextUInt32() & mask;
            while (j > i);
            (items[i], items[(int)j]) = (items[(int)j], items[i]);
        }
    }
}
