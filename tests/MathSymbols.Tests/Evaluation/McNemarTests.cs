using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

public sealed class McNemarTests
{
    // Worked out in Python: with fractions up to 1,120 images, with 60 decimals beyond.
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(1, 9, 0.021484375)]
    [InlineData(12, 3, 0.03515625)]
    [InlineData(10, 11, 1)]
    [InlineData(0, 40, 1.8189894035458565e-12)]
    [InlineData(3, 160, 1.2349079562415607e-43)]
    [InlineData(150, 210, 0.0018340074170964875)]
    [InlineData(500, 620, 0.00037241375554407185)]
    [InlineData(20_000, 20_500, 0.013153825113143827)]
    [InlineData(49_000, 51_000, 2.588716038346898e-10)]
    [InlineData(499_950_000, 500_050_000, 0.0015655722610838077)]
    [InlineData(499_500_000, 500_500_000, 1.7974815135757257e-219)]
    [InlineData(1, 1_000_000, 0)]
    public void Has_the_known_values(long onlyFirst, long onlySecond, double p)
    {
        Assert.Equal(p, McNemar.Exact(7, onlyFirst, onlySecond, 2).P, 1e-12 * p);
        Assert.Equal(p, McNemar.Exact(7, onlySecond, onlyFirst, 2).P, 1e-12 * p);
    }

    [Property]
    public bool Equals_the_sum_over_the_binomial_distribution(byte a, byte b)
    {
        // Pascal's triangle, one toss at a time.
        var (onlyFirst, onlySecond) = (a % 40, b % 40);
        double[] heads = [1];
        for (var n = 0; n < onlyFirst + onlySecond; n++) heads = [.. Enumerable.Range(0, heads.Length + 1).Select(k => (heads.ElementAtOrDefault(k - 1) + heads.ElementAtOrDefault(k)) / 2)];
        var expected = Math.Min(1, 2 * heads.Take(Math.Min(onlyFirst, onlySecond) + 1).Sum());
        return Math.Abs(McNemar.Exact(0, onlyFirst, onlySecond, 0).P - expected) <= 1e-12 * expected;
    }

    [Fact]
    public void Counts_what_either_has_right()
    {
        var test = McNemar.Exact([(true, true), (true, false), (true, false), (false, true), (false, false), (true, true), (true, true)]);
        Assert.Equal((3, 2, 1, 1, 7), (test.BothRight, test.OnlyFirst, test.OnlySecond, test.BothWrong, test.Count));
        Assert.Equal(1, test.P);
    }

    [Fact]
    public void Refuses_negative_counts() => Assert.Throws<ArgumentOutOfRangeException>(() => McNemar.Exact(0, -1, 0, 0));
}
