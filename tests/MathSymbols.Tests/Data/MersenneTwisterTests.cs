using MathSymbols.Data.Random;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class MersenneTwisterTests
{
    // CPython 3.11: random.seed(seed); [random.random() for _ in range(3)]
    [Theory]
    [InlineData(0, new[] { 0.8444218515250481, 0.7579544029403025, 0.420571580830845 })]
    [InlineData(1, new[] { 0.13436424411240122, 0.8474337369372327, 0.763774618976614 })]
    [InlineData(1001, new[] { 0.7966509679599704, 0.05862623274803458, 0.7602397739740907 })]
    [InlineData(1002, new[] { 0.5209484070219088, 0.42125020101147315, 0.22094517308324657 })]
    [InlineData(uint.MaxValue, new[] { 0.6353574441341173, 0.20319993954407756, 0.6073666030347188 })]
    public void Doubles_are_CPythons(uint seed, double[] expected)
    {
        var generator = MersenneTwister.FromKey(seed);
        Assert.Equal(expected, expected.Select(_ => generator.NextDouble()));
    }
}
