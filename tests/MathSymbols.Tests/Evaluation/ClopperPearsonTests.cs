using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

public sealed class ClopperPearsonTests
{
    [Theory]
    [InlineData(0, 100, 0.029513049607)] // 1 − 0.05^(1/100)
    [InlineData(0, 1, 0.95)]
    [InlineData(1, 2, 0.974679434481)] // √0.95
    [InlineData(7, 7, 1)]
    public void Bounds_known_in_closed_form_are_met(long seen, long count, double upper) => Assert.Equal(upper, ClopperPearson.Upper(seen, count), 1e-9);

    [Property(MaxTest = 40)]
    public void A_bound_is_above_the_share_and_grows_with_it_and_with_the_confidence(ushort a, ushort b)
    {
        var count = 2 + (Math.Max(a, b) % 3000);
        var seen = Math.Min(a, b) % (count - 1);
        Assert.InRange(ClopperPearson.Upper(seen, count), (double)seen / count, ClopperPearson.Upper(seen + 1, count));
        Assert.InRange(ClopperPearson.Upper(seen, count), ClopperPearson.Upper(seen, count, 0.9), ClopperPearson.Upper(seen, count, 0.99));
    }

    [Fact]
    public void Counts_of_nothing_and_certainty_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClopperPearson.Upper(1, 2, 1));
    }
}
