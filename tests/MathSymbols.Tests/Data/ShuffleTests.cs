using MathSymbols.Data.Random;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class ShuffleTests
{
    // CPython 3.11: random.seed(seed); a = list(range(n)); random.shuffle(a)
    [Theory]
    [InlineData(1001, new[] { 4, 13, 17, 19, 8, 16, 7, 0, 3, 14, 10, 9, 15, 11, 18, 5, 12, 2, 6, 1 })]
    [InlineData(0, new[] { 2, 1, 0, 4, 3 })]
    public void Gives_CPythons_order(int seed, int[] expected)
    {
        var items = Enumerable.Range(0, expected.Length).ToList();
        Shuffle.Python(items, seed);
        Assert.Equal(expected, items);
    }

    // numpy 1.24: a = list(range(n)); np.random.RandomState(seed).shuffle(a)
    [Theory]
    [InlineData(1001, new[] { 1, 15, 0, 2, 18, 7, 10, 6, 19, 4, 17, 5, 16, 11, 8, 12, 3, 14, 9, 13 })]
    [InlineData(7, new[] { 0, 3, 2, 1, 4 })]
    public void Gives_numpys_order(int seed, int[] expected)
    {
        var items = Enumerable.Range(0, expected.Length).ToList();
        Shuffle.Numpy(items, seed);
        Assert.Equal(expected, items);
    }
}
