namespace MathSymbols.Benchmarks;

/// <summary>What is told of several measurements of one thing.</summary>
internal static class Statistics
{
    /// <summary>The one in the middle; of an even number, the upper of the two.</summary>
    public static double Median(this IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
