using MathSymbols.Data.Random;

namespace MathSymbols.Tuning;

/// <summary>Random numbers as Keras Tuner draws them: each is the first of a generator of its own, <c>random.Random(seed).random()</c>, and the seed counts up.</summary>
/// <param name="seed">The first draw's seed, at least 0.</param>
public sealed class SeededDraws(int seed)
{
    private uint _next = seed >= 0 ? (uint)seed : throw new ArgumentOutOfRangeException(nameof(seed), seed, "A seed is at least 0.");

    /// <summary>The next number, from 0 (inclusive) to 1 (exclusive).</summary>
    public double Next() => MersenneTwister.FromKey(_next++).NextDouble();
}
