using System.Globalization;
using MathSymbols.Evaluation;

namespace MathSymbols.Figures;

/// <summary>Shares as people read them.</summary>
internal static class ShareText
{
    /// <summary>A share with its interval: "81.9 % (79.4–84.2)"; a dash where nothing was counted.</summary>
    /// <param name="share">0 to 1; NaN where nothing was counted.</param>
    /// <param name="interval">Its interval, or null.</param>
    public static string Of(double share, Interval? interval) =>
        interval is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} % ({100 * interval.Low:0.0}–{100 * interval.High:0.0})");

    /// <summary>A share in percent with two decimals; a dash for NaN.</summary>
    /// <param name="share">0 to 1, or NaN.</param>
    public static string Of(double share) => double.IsNaN(share) ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.00} %");
}
