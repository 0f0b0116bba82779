using FsCheck.Xunit;
using MathSymbols.Figures.Static;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class StaticChartTests
{
    [Theory]
    [InlineData(0.98, 6, 0.2)]
    [InlineData(1.5e5, 6, 5e4)]
    [InlineData(10, 10, 1)]
    [InlineData(11, 10, 2)]
    public void Steps_are_round(double length, int count, double step) => Assert.Equal(step, NiceTicks.Step(length, count), 1e-12);

    [Property]
    public bool Steps_cut_into_no_more_pieces_than_asked(ushort length, byte count) =>
        (length + 1.0) / NiceTicks.Step(length + 1.0, count + 1) <= count + 1 + 1e-6;

    [Fact]
    public void Ticks_include_both_ends() => Assert.Equal([-0.8, -0.4, 0, 0.4, 0.8], NiceTicks.Between(-0.8, 0.8, 0.4).Select(t => Math.Round(t, 9)));

    [Theory]
    [InlineData(-0.0, 0.2, "0.0")]
    [InlineData(-0.4, 0.2, "−0.4")]
    [InlineData(-0.0, 50000, "0")]
    [InlineData(150000, 50000, "150k")]
    [InlineData(20, 5, "20")]
    public void Tick_texts_have_the_decimals_of_their_step(double value, double step, string text) => Assert.Equal(text, NiceTicks.Text(value, step));
}
