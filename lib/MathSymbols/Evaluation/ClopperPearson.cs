namespace MathSymbols.Evaluation;

/// <summary>The exact upper bound of a share (Clopper and Pearson, 1934, Biometrika 26, 404–413): unlike Wilson's it is never below the true share more often than it says.</summary>
public static class ClopperPearson
{
    /// <summary>The one-sided upper bound: the share at which so few, or fewer, would be seen with probability 1 − <paramref name="confidence"/>.</summary>
    /// <param name="seen">0 to <paramref name="count"/>.</param>
    /// <param name="count">At least 1.</param>
    /// <param name="confidence">Above 0 and below 1.</param>
    /// <returns>Above <paramref name="seen"/> / <paramref name="count"/>, or 1 where all are seen.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double Upper(long seen, long count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(seen);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seen, count);
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence is above 0 and below 1.");
        if (seen == count) return 1;
        var (low, high) = ((double)seen / count, 1.0);
        while (high - low > 1e-14)
        {
            var middle = (low + high) / 2;
            if (AtMost(seen, count, middle) > 1 - confidence) low = middle;
            else high = middle;
        }

        return high;
    }

    // The binomial distribution's lower tail, from the term of none on; in logarithms, since that term may be too small for a double.
    private static double AtMost(long seen, long count, double share)
    {
        var (log, sum) = (count * Math.Log(1 - share), 0.0);
        for (var k = 0L; k <= seen; k++)
        {
            sum += Math.Exp(log);
            log += Math.Log((double)(count - k) / (k + 1) * share / (1 - share));
        }

        return sum;
    }
}
