using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class OneCycleTests
{
    private readonly OneCycle _cycle = new(0.004);

    [Fact]
    public void It_rises_for_a_quarter_of_the_steps_and_falls_to_almost_nothing()
    {
        double[] rates = [.. Enumerable.Range(0, 1_000).Select(i => _cycle.At(i, 1_000))];
        Assert.Equal(0.004 / 25, rates[0], 12);
        Assert.Equal(0.004, rates[250], 12);
        Assert.Equal(250, Array.IndexOf(rates, rates.Max()));
        Assert.All(rates.Take(250).Zip(rates.Skip(1)), p => Assert.True(p.First < p.Second));
        Assert.All(rates.Skip(250).Zip(rates.Skip(251)), p => Assert.True(p.First > p.Second));
        Assert.InRange(rates[^1], 0.004 / 2_000, 0.004 / 1_500);
    }

    [Fact]
    public void A_step_outside_of_the_cycle_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _cycle.At(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => _cycle.At(10, 10));
    }
}
