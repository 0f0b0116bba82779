using System.Globalization;
using System.Numerics;

namespace MathSymbols.Evaluation;

/// <summary>Numbers as Python writes them. It rounds a number that lies exactly halfway to the even digit; .NET rounds it up.</summary>
internal static class PythonFloat
{
    /// <summary>Python's <c>format(value, ".2f")</c> for so many digits.</summary>
    /// <param name="value">0 or more, finite; or NaN.</param>
    /// <param name="digits">Decimals, at least 0.</param>
    public static string Fixed(double value, int digits)
    {
        if (double.IsNaN(value)) return "nan";

        // The value is fraction × 2^exponent, exactly.
        var bits = BitConverter.DoubleToInt64Bits(value);
        var (biased, fraction) = ((int)(bits >> 52) & 0x7FF, bits & 0xFFFFFFFFFFFFF);
        var exponent = Math.Max(1, biased) - 1075;
        var scaled = (biased == 0 ? fraction : fraction | (1L << 52)) * BigInteger.Pow(10, digits) << Math.Max(0, exponent);
        var (whole, rest) = BigInteger.DivRem(scaled, BigInteger.One << Math.Max(0, -exponent));
        var half = (2 * rest).CompareTo(BigInteger.One << Math.Max(0, -exponent));
        if (half > 0 || (half == 0 && !whole.IsEven)) whole++;
        var text = whole.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        return digits == 0 ? text : text.Insert(text.Length - digits, ".");
    }
}
