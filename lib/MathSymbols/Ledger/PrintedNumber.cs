using System.Globalization;
using MathSymbols.Evaluation;

namespace MathSymbols.Ledger;

/// <summary>A number as somebody printed it. Rounded to its last decimal, it stands for all numbers half a unit of that either way.</summary>
/// <param name="Value">The number; of a percentage the share, 0.8193 for "81.93%".</param>
/// <param name="Decimals">Decimals printed, 0 to 17.</param>
/// <param name="Percent">Whether it was printed as a percentage.</param>
public sealed record PrintedNumber(double Value, int Decimals, bool Percent)
{
    // What arithmetic on doubles loses, far below any decimal that is printed of a measured number.
    private const double Tolerance = 1e-12;

    // A float printed with all its digits has 17; nobody reads them.
    private const int ShownDecimals = 4;

    /// <summary>The numbers that are printed so.</summary>
    public Interval Range => new(Value - HalfUnit, Value + HalfUnit);

    private double HalfUnit => 0.5 * Math.Pow(10, -Decimals) / (Percent ? 100 : 1);

    /// <summary>Reads "0.8193" or "81.93%".</summary>
    /// <param name="text">The text.</param>
    /// <param name="decimals">Decimals printed.</param>
    /// <exception cref="FormatException">It is no number.</exception>
    public static PrintedNumber Parse(string text, int decimals)
    {
        ArgumentNullException.ThrowIfNull(text);
        var percent = text.EndsWith('%');
        var value = double.Parse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new(percent ? value / 100 : value, decimals, percent);
    }

    /// <summary>Whether another number could be printed so.</summary>
    /// <param name="number">The number.</param>
    public bool Covers(double number) => Math.Abs(number - Value) <= HalfUnit + Tolerance;

    /// <summary>Whether a number that is printed so lies in an interval.</summary>
    /// <param name="interval">The interval.</param>
    public bool Overlaps(Interval interval)
    {
        ArgumentNullException.ThrowIfNull(interval);
        return interval.Low <= Range.High + Tolerance && Range.Low <= interval.High + Tolerance;
    }

    /// <summary>Another number, printed alike.</summary>
    /// <param name="number">The number.</param>
    public string Like(double number) => Percent
        ? (100 * number).ToString($"F{Shown}", CultureInfo.InvariantCulture) + " %"
        : number.ToString($"F{Shown}", CultureInfo.InvariantCulture);

    private int Shown => Math.Min(Decimals, ShownDecimals);
}
