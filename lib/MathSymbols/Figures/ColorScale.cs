using System.Globalization;

namespace MathSymbols.Figures;

/// <summary>ColorBrewer's YlGnBu, from light to dark. Plotly's own scale of this name runs the other way.</summary>
internal static class ColorScale
{
    private const string Black = "#000000";
    private const string White = "#ffffff";

    /// <summary>Evenly spaced colours, <c>#rrggbb</c>; between two of them each channel runs straight.</summary>
    public static IReadOnlyList<string> YlGnBu { get; } = ["#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#253494", "#081d58"];

    /// <summary>The colour of a share.</summary>
    /// <param name="share">0 for the light end to 1 for the dark one.</param>
    public static string At(double share)
    {
        var place = share * (YlGnBu.Count - 1);
        var i = Math.Clamp((int)place, 0, YlGnBu.Count - 2);
        var (low, high) = (Channels(YlGnBu[i]), Channels(YlGnBu[i + 1]));
        return "#" + string.Concat(low.Zip(high, (a, b) => ((int)Math.Round(a + (b - a) * (place - i))).ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Black or white, whichever is read better on a colour: the contrast is 4.5 or more.</summary>
    /// <param name="color"><c>#rrggbb</c>.</param>
    public static string TextOn(string color) => Contrast(Black, color) >= Contrast(White, color) ? Black : White;

    /// <summary>The contrast of two colours, 1 to 21, by WCAG 2.</summary>
    /// <param name="a"><c>#rrggbb</c>.</param>
    /// <param name="b"><c>#rrggbb</c>.</param>
    public static double Contrast(string a, string b)
    {
        var (x, y) = (Luminance(a), Luminance(b));
        return (Math.Max(x, y) + 0.05) / (Math.Min(x, y) + 0.05);
    }

    private static double Luminance(string color)
    {
        double[] linear = [.. Channels(color).Select(c => c / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    private static int[] Channels(string color) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(color.AsSpan(1 + 2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
}
