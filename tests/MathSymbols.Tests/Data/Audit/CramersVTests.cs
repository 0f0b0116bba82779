using FsCheck.Xunit;
using MathSymbols.Data.Audit;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class CramersVTests
{
    [Fact]
    public void Has_the_value_worked_out_by_hand()
    {
        // χ² = 25/9, as scipy's chi2_contingency says of this table; φ̃² = 1/36 − 2/99 = 1/132; r̃ − 1 = 98/99 is the smaller.
        long[,] table = { { 10, 10, 20 }, { 20, 20, 20 } };
        Assert.Equal(25 / 9.0, CramersV.ChiSquared(table), 1e-12);
        Assert.Equal(Math.Sqrt(0.75 / 98), CramersV.Of(table), 1e-12);
    }

    [Fact]
    public void Is_1_where_one_gives_the_other_and_0_where_it_says_nothing()
    {
        Assert.Equal(1, CramersV.Of(new long[,] { { 10, 0 }, { 0, 10 } }), 1e-12);
        Assert.Equal(0, CramersV.Of(new long[,] { { 10, 20 }, { 20, 40 } }));
        Assert.Equal(0, CramersV.Of(new long[,] { { 10, 20, 30 } }));
        Assert.Equal(0, CramersV.Of(new long[,] { { 10, 0 }, { 30, 0 } }));
        Assert.Equal(0, CramersV.Of(new long[0, 0]));
    }

    [Fact]
    public void Chance_alone_is_corrected_away()
    {
        // Every image a size of its own: uncorrected, V is 1.
        var table = new long[3, 30];
        for (var i = 0; i < 30; i++) table[i % 3, i] = 1;
        Assert.Equal(60, CramersV.ChiSquared(table), 1e-9);
        Assert.Equal(0, CramersV.Of(table), 1e-6);
    }

    [Property]
    public bool Is_a_share_and_does_not_ask_which_is_which(byte[] counts)
    {
        var (table, turned) = (new long[3, 4], new long[4, 3]);
        for (var i = 0; i < 12; i++) table[i / 4, i % 4] = turned[3 - i % 4, 2 - i / 4] = counts.ElementAtOrDefault(i);
        var v = CramersV.Of(table);
        return v is >= 0 and <= 1 && Math.Abs(v - CramersV.Of(turned)) < 1e-9;
    }
}
