namespace MathSymbols.Data.Audit;

/// <summary>Scales a row of values by area: each new value is the mean over what it covers.</summary>
internal static class AreaMean
{
    /// <summary>Scales one row or column.</summary>
    /// <param name="source">Values, <paramref name="sourceStep"/> apart.</param>
    /// <param name="sourceStep">Distance between neighbours.</param>
    /// <param name="from">How many there are.</param>
    /// <param name="target">Receives values, <paramref name="targetStep"/> apart.</param>
    /// <param name="targetStep">Distance between neighbours.</param>
    /// <param name="to">How many are wanted.</param>
    public static void Scale(ReadOnlySpan<float> source, int sourceStep, int from, Span<float> target, int targetStep, int to)
    {
        var scale = (double)from / to;
        for (var i = 0; i < to; i++)
        {
            var (start, end) = (i * scale, Math.Min((i + 1) * scale, from));
            double sum = 0;
            for (var s = (int)start; s < from && s < end; s++) sum += source[s * sourceStep] * (Math.Min(s + 1, end) - Math.Max(s, start));
            target[i * targetStep] = (float)(sum / scale);
        }
    }
}
