namespace MathSymbols.Evaluation;

/// <summary>How far an accuracy measured on some images may lie from the true one: the score interval of Wilson (1927, JASA 22, 209–212).</summary>
public static class WilsonInterval
{
    /// <summary>The interval of a share. It holds the share itself and never leaves 0…1, also when all or none are correct.</summary>
    /// <param name="correct">How many were classified correctly, 0 to <paramref name="count"/>.</param>
    /// <param name="count">How many there were, at least 1.</param>
    /// <param name="confidence">0.90, 0.95 or 0.99.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range, or the confidence is another.</exception>
    public static Interval Of(long correct, long count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(correct);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(correct, count);
        var z = Quantile(confidence);
        var (n, p) = ((double)count, (double)correct / count);
        var scale = 1 + z * z / n;
        var middle = (p + z * z / (2 * n)) / scale;
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;

        // Rounding: the ends are 0 and 1 exactly there, and the share is never outside.
        return new(correct == 0 ? 0 : Math.Min(middle - half, p), correct == count ? 1 : Math.Max(middle + half, p));
    }

    // The standard normal distribution's quantile at (1 + confidence) / 2.
    private static double Quantile(double confidence) => confidence switch
    {
        0.90 => 1.6448536269514722,
        0.95 => 1.959963984540054,
        0.99 => 2.5758293035489004,
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence is 0.90, 0.95 or 0.99."),
    };
}
