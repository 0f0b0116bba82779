using System.Text;

namespace MathSymbols.Data.Synthetic;

/// <summary>
/// The random numbers of one sample: SplitMix64, started from a hash of seed, class and index.
/// Neither System.Random nor string.GetHashCode promises the same values on another run or version.
/// </summary>
internal sealed class SampleRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state;

    public SampleRandom(int seed, string className, int index)
    {
        // FNV-1a over the name, so that a class keeps its stream when others come or go.
        var name = 0xCBF29CE484222325;
        foreach (var b in Encoding.UTF8.GetBytes(className))
            name = (name ^ b) * 0x100000001B3;
        _state = Mix(Mix(Mix((uint)seed + Golden) ^ name) + (uint)index);
    }

    /// <summary>Uniform in 0 (included) to 1 (excluded).</summary>
    public double Next()
    {
        _state += Golden;
        return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Uniform between two bounds.</summary>
    public double Uniform(double low, double high) => low + (high - low) * Next();

    /// <summary>Normal with the given mean and deviation, cut at ± 2.5 deviations: no sample is a freak.</summary>
    public double Normal(double mean, double deviation)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - Next()));
        var unit = radius * Math.Cos(2 * Math.PI * Next());
        return mean + deviation * Math.Clamp(unit, -2.5, 2.5);
    }

    /// <summary>True with the given probability, 0 to 1.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>One of the items, each as likely as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = Next() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
                return item;
        }

        return items[^1];
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
