using System.Globalization;
using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

public sealed class PythonFloatTests
{
    // Printed by Python's format().
    [Theory]
    [InlineData(0.625, 2, "0.62")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(0.945, 2, "0.94")]
    [InlineData(0.005, 2, "0.01")]
    [InlineData(1.005, 2, "1.00")]
    [InlineData(2.5, 0, "2")]
    [InlineData(0.5, 0, "0")]
    [InlineData(1, 0, "1")]
    [InlineData(0, 2, "0.00")]
    [InlineData(0.999, 2, "1.00")]
    [InlineData(5e-324, 3, "0.000")]
    [InlineData(0.1, 20, "0.10000000000000000555")]
    [InlineData(1e22, 1, "10000000000000000000000.0")]
    [InlineData(double.NaN, 2, "nan")]
    public void Is_written_as_Python_writes_it(double value, int digits, string text) => Assert.Equal(text, PythonFloat.Fixed(value, digits));

    [Property]
    public bool Is_the_nearest_number_of_so_many_digits(uint numerator, byte digits)
    {
        var (value, places) = ((double)numerator / uint.MaxValue, digits % 9);
        return Math.Abs(double.Parse(PythonFloat.Fixed(value, places), CultureInfo.InvariantCulture) - value) <= 0.5 * Math.Pow(10, -places) + 1e-15;
    }
}
