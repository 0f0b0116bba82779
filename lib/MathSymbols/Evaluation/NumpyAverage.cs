namespace MathSymbols.Evaluation;

/// <summary>numpy's <c>average</c>, to the last bit: it decides how a share halfway between two texts is rounded.</summary>
internal static class NumpyAverage
{
    /// <summary>The mean, each value counted by its weight. NaN is passed over; where nothing is left, the mean is NaN; where no weight is, all count alike.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">As many, 0 or more; null to count all alike.</param>
    public static double Of(IReadOnlyList<double> values, IReadOnlyList<long>? weights = null)
    {
        var kept = Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).ToList();
        if (kept.Count == 0) return double.NaN;
        var total = weights is null ? 0 : kept.Sum(i => weights[i]);
        return total == 0
            ? Sum([.. kept.Select(i => values[i])]) / kept.Count
            : Sum([.. kept.Select(i => values[i] * weights![i])]) / total;
    }

    // Pairwise summation: eight running sums a block of at most 128 values, and the blocks' sums by halves.
    private static double Sum(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        if (n > 128)
        {
            var half = n / 2 - n / 2 % 8;
            return Sum(values[..half]) + Sum(values[half..]);
        }

        var (sum, done) = (0.0, 0);
        if (n >= 8)
        {
            Span<double> r = stackalloc double[8];
            for (; done < n - n % 8; done++) r[done % 8] += values[done];
            sum = r[0] + r[1] + (r[2] + r[3]) + (r[4] + r[5] + (r[6] + r[7]));
        }

        for (; done < n; done++) sum += values[done];
        return sum;
    }
}
