namespace MathSymbols.Evaluation;

/// <summary>The binomial distribution with p = 1/2, without overflow or cancellation at any n: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.</summary>
internal static class FairCoin
{
    /// <summary>The probability of at most <paramref name="heads"/> heads.</summary>
    /// <param name="heads">0 to half of <paramref name="tosses"/>.</param>
    /// <param name="tosses">At least 1.</param>
    public static double AtMost(long heads, long tosses)
    {
        // Each probability by that of one head more; they fall, and the small ones do not count.
        var (sum, term) = (1.0, 1.0);
        for (var i = heads; i > 0 && term > sum * 1e-17; i--)
        {
            term *= (double)i / (tosses - i + 1);
            sum += term;
        }

        return Exactly(heads, tosses) * sum;
    }

    private static double Exactly(long heads, long tosses)
    {
        if (heads == 0) return Math.Pow(0.5, tosses);
        double k = heads, n = tosses, rest = n - k;
        var log = StirlingError(n) - StirlingError(k) - StirlingError(rest) - Deviance(k, n / 2) - Deviance(rest, n / 2);
        return Math.Exp(log) * Math.Sqrt(n / (2 * Math.PI * k * rest));
    }

    // ln n! less Stirling's formula for it.
    private static double StirlingError(double n)
    {
        if (n > 15) return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / (n * n)) / (n * n)) / (n * n)) / (n * n)) / n;
        var factorial = 1.0;
        for (var i = 2; i <= n; i++) factorial *= i;
        return Math.Log(factorial) - (n + 0.5) * Math.Log(n) + n - Math.Log(2 * Math.PI) / 2;
    }

    // x ln(x / mean) + mean - x, by a series where its terms cancel.
    private static double Deviance(double x, double mean)
    {
        if (Math.Abs(x - mean) >= 0.1 * (x + mean)) return x * Math.Log(x / mean) + mean - x;
        var v = (x - mean) / (x + mean);
        var (sum, term) = ((x - mean) * v, 2 * x * v);
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) return sum;
            sum = next;
        }
    }
}
