using System.Globalization;

namespace MathSymbols.Figures.Static;

/// <summary>Round values along an axis.</summary>
internal static class NiceTicks
{
    /// <summary>The smallest of 1, 2, 5 × 10ⁿ that cuts the length into at most <paramref name="count"/> pieces.</summary>
    public static double Step(double length, int count)
    {
        var raw = length / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5])
        {
            if (factor * power >= raw * (1 - 1e-9))
                return factor * power;
        }

        return 10 * power;
    }

    /// <summary>The multiples of a step from low to high, both included.</summary>
    public static IEnumerable<double> Between(double low, double high, double step)
    {
        for (var k = Math.Ceiling(low / step - 1e-6); k * step <= high + step * 1e-6; k++)
            yield return k * step;
    }

    /// <summary>A tick's text, with as many decimals as the step needs and thousands as k.</summary>
    public static string Text(double value, double step)
    {
        if (Math.Abs(value) < step * 1e-6)
            value = 0;
        var sign = value < 0 ? "−" : "";
        if (step >= 1000)
            return sign + (Math.Abs(value) / 1000).ToString("0.##", CultureInfo.InvariantCulture) + (value == 0 ? "" : "k");
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 8);
        return sign + Math.Abs(value).ToString("F" + decimals, CultureInfo.InvariantCulture);
    }
}
