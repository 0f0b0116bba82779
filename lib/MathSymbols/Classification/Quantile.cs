namespace MathSymbols.Classification;

/// <summary>Quantiles of grey levels without sorting them.</summary>
internal static class Quantile
{
    private const int Levels = 256;

    /// <summary>The value at place ⌊share · (n − 1)⌋ of the ordered values.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="share">0 to 1.</param>
    public static byte Of(ReadOnlySpan<byte> values, double share)
    {
        Span<int> counts = stackalloc int[Levels];
        foreach (var value in values) counts[value]++;
        return (byte)Level(counts, Place(values.Length, share)).Level;
    }

    /// <summary>The same of numbers from 0 to 255, exactly.</summary>
    /// <param name="values">The values, at least one.</param>
    /// <param name="share">0 to 1.</param>
    public static float Of(ReadOnlySpan<float> values, double share)
    {
        Span<int> counts = stackalloc int[Levels];
        foreach (var value in values) counts[(int)value]++;
        var (level, before) = Level(counts, Place(values.Length, share));
        var within = new List<float>(counts[level]);
        foreach (var value in values)
        {
            if ((int)value == level) within.Add(value);
        }

        within.Sort();
        return within[Place(values.Length, share) - before];
    }

    private static int Place(int count, double share) => (int)(share * (count - 1));

    private static (int Level, int Before) Level(ReadOnlySpan<int> counts, int place)
    {
        var (level, before) = (0, 0);
        while (before + counts[level] <= place) before += counts[level++];
        return (level, before);
    }
}
