using MathSymbols.Data;

namespace MathSymbols.Figures;

/// <summary>Counts of pixel values in equal bins, cut as numpy's histogram cuts them.</summary>
/// <param name="Edges">One more than there are bins, rising.</param>
/// <param name="Counts">How many values lie in each bin; the last bin includes its upper edge, the others do not.</param>
internal sealed record Bins(double[] Edges, long[] Counts)
{
    /// <summary>The middle of each bin.</summary>
    public double[] Centers => Counts.Select((_, i) => (Edges[i] + Edges[i + 1]) / 2).ToArray();

    /// <summary>The bins' common width.</summary>
    public double Width => Edges[1] - Edges[0];

    /// <summary>How often each value 0 … 255 occurs in the three channels; the counts add up to 3·H·W.</summary>
    public static long[] Values(PixelImage image)
    {
        var counts = new long[256];
        foreach (var value in image.Planes.Span)
            counts[value]++;
        return counts;
    }

    /// <summary>Bins from the smallest to the largest value that occurs (0.5 to either side if there is only one).</summary>
    /// <param name="values">How often each value 0 … 255 occurs, at least one of them.</param>
    /// <param name="count">How many bins, at least 1.</param>
    public static Bins Of(ReadOnlySpan<long> values, int count)
    {
        double low = values.IndexOfAnyExcept(0), high = values.LastIndexOfAnyExcept(0);
        if (low == high)
            (low, high) = (low - 0.5, high + 0.5);
        var edges = Enumerable.Range(0, count + 1).Select(i => i == count ? high : low + i * ((high - low) / count)).ToArray();
        var counts = new long[count];
        for (var value = 0; value < values.Length; value++)
        {
            if (values[value] == 0)
                continue;
            var bin = Math.Clamp((int)((value - low) / (high - low) * count), 0, count - 1);
            // Rounding may put a value on the wrong side of an edge.
            if (value < edges[bin])
                bin--;
            else if (bin < count - 1 && value >= edges[bin + 1])
                bin++;
            counts[bin] += values[value];
        }

        return new Bins(edges, counts);
    }
}
