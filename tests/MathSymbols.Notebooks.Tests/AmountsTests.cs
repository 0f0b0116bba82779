using MathSymbols.Notebooks.Commands;

namespace MathSymbols.Notebooks.Tests;

public class AmountsTests
{
    [Theory]
    [InlineData("90", 90.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("90s", 90.0)]
    [InlineData("1m30s", 90.0)]
    [InlineData("1h", 3600.0)]
    [InlineData("2h0.5m1s500ms", 7231.5)]
    [InlineData("500ms", 0.5)]
    [InlineData("0", 0.0)]
    [InlineData("", null)]
    [InlineData("s", null)]
    [InlineData("-1", null)]
    [InlineData("1 h", null)]
    [InlineData("30s1m", null)]
    [InlineData("1e3", null)]
    [InlineData("soon", null)]
    [InlineData("99999h", null)]
    public void Durations(string text, double? seconds) => Assert.Equal(seconds, Amounts.Duration(text)?.TotalSeconds);

    [Theory]
    [InlineData("2GiB", 2L << 30)]
    [InlineData("500MB", 500_000_000L)]
    [InlineData("1.5 gib", 3L << 29)]
    [InlineData("1TB", 1_000_000_000_000L)]
    [InlineData("500", null)]
    [InlineData("2G", null)]
    [InlineData("-1GB", null)]
    [InlineData("GB", null)]
    [InlineData("1e3MB", null)]
    [InlineData("", null)]
    [InlineData("99999999999TB", null)]
    public void Sizes(string text, long? bytes) => Assert.Equal(bytes, Amounts.Size(text));
}
