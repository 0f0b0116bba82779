using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

public sealed class WilsonIntervalTests
{
    // Worked out by the formula in Python.
    [Theory]
    [InlineData(834, 1018, 0.95, 0.7944288059033108, 0.8416777000415195)]
    [InlineData(834, 1018, 0.90, 0.7985774668257671, 0.8382369447041068)]
    [InlineData(834, 1018, 0.99, 0.7861518234014773, 0.8482204804857103)]
    [InlineData(5, 10, 0.95, 0.236593090512564, 0.7634069094874361)]
    [InlineData(0, 10, 0.95, 0, 0.2775327998628892)]
    [InlineData(10, 10, 0.95, 0.7224672001371107, 1)]
    [InlineData(1, 1, 0.95, 0.20654931437723745, 1)]
    [InlineData(0, 1, 0.95, 0, 0.7934506856227626)]
    public void Has_the_known_values(long correct, long count, double confidence, double low, double high)
    {
        var interval = WilsonInterval.Of(correct, count, confidence);
        Assert.Equal(low, interval.Low, 1e-12);
        Assert.Equal(high, interval.High, 1e-12);
    }

    [Property]
    public bool Holds_the_share_and_stays_within_0_and_1(uint a, uint b)
    {
        var (correct, count) = ((long)Math.Min(a, b), Math.Max(1L, Math.Max(a, b)));
        var (interval, share) = (WilsonInterval.Of(correct, count), (double)correct / count);
        return interval.Low >= 0 && interval.Low <= share && share <= interval.High && interval.High <= 1 && interval.Low < interval.High;
    }

    [Theory]
    [InlineData(0, 0, 0.95)]
    [InlineData(-1, 5, 0.95)]
    [InlineData(6, 5, 0.95)]
    [InlineData(1, 5, 0.5)]
    public void Refuses_what_is_no_share(long correct, long count, double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(correct, count, confidence));
}
