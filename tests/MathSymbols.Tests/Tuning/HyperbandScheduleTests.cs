using System.Security.Cryptography;
using System.Text;
using MathSymbols.Tuning;
using Xunit;

namespace MathSymbols.Tests.Tuning;

public sealed class HyperbandScheduleTests
{
    // Models x cumulative epochs of each round, from Keras Tuner's formulas in CPython 3.11.
    [Theory]
    [InlineData(1, 3, "0:1x1")]
    [InlineData(2, 3, "0:2x2")]
    [InlineData(3, 3, "1:3x1,1x3 0:2x3")]
    [InlineData(8, 2, "3:8x1,4x2,2x4,1x8 2:6x2,3x4,2x8 1:4x4,2x8 0:4x8")]
    [InlineData(9, 3, "2:9x1,3x3,1x9 1:5x3,2x9 0:3x9")]
    [InlineData(27, 3, "3:27x1,9x3,3x9,1x27 2:12x3,4x9,2x27 1:6x9,2x27 0:4x27")]
    [InlineData(50, 3, "3:34x2,12x6,4x17,2x50 2:15x6,5x17,2x50 1:8x17,3x50 0:5x50")]
    [InlineData(64, 4, "3:64x1,16x4,4x16,1x64 2:22x4,6x16,2x64 1:8x16,2x64 0:4x64")]
    [InlineData(81, 3, "4:81x1,27x3,9x9,3x27,1x81 3:34x3,12x9,4x27,2x81 2:15x9,5x27,2x81 1:8x27,3x81 0:5x81")]
    [InlineData(100, 3, "4:98x2,33x4,11x12,4x34,2x100 3:41x4,14x12,5x34,2x100 2:18x12,6x34,2x100 1:9x34,3x100 0:6x100")]
    [InlineData(125, 5, "3:125x1,25x5,5x25,1x125 2:34x5,7x25,2x125 1:10x25,2x125 0:4x125")]
    [InlineData(200, 5, "3:157x2,32x8,7x40,2x200 2:42x8,9x40,2x200 1:13x40,3x200 0:5x200")]
    public void Is_Keras_Tuners(int maxEpochs, int factor, string expected) => Assert.Equal(expected, Text(new(maxEpochs, factor)));

    [Fact]
    public void Is_Keras_Tuners_up_to_200_epochs_and_factor_5()
    {
        // The hash of the 800 lines that the formulas give in CPython 3.11.
        var lines = from factor in Enumerable.Range(2, 4) from epochs in Enumerable.Range(1, 200) select $"{epochs} {factor} {Text(new(epochs, factor))}\n";
        Assert.Equal("126C4E84D0B319C5A7CD7F819502D9714CC24F012EB8C5A47EFDED7381382E89", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines)))));
    }

    [Fact]
    public void Total_counts_epochs_once() => Assert.Equal(2_672, new HyperbandSchedule(100, 3).TotalEpochs);

    [Fact]
    public void Rounds_go_on_where_the_one_before_ended()
    {
        foreach (var bracket in from epochs in Enumerable.Range(1, 200) from factor in Enumerable.Range(2, 4) from b in new HyperbandSchedule(epochs, factor).Brackets select b)
        {
            Assert.Equal(bracket.Number + 1, bracket.Rounds.Count);
            Assert.Equal(0, bracket.Rounds[0].InitialEpoch);
            Assert.All(bracket.Rounds, r => Assert.True(r.InitialEpoch < r.Epochs && r.Models >= 1));
            Assert.All(bracket.Rounds.Zip(bracket.Rounds.Skip(1)), p => Assert.True(p.First.Epochs == p.Second.InitialEpoch && p.First.Models >= p.Second.Models));
        }
    }

    [Fact]
    public void Large_numbers_do_not_overflow()
    {
        var schedule = new HyperbandSchedule(int.MaxValue, 2);
        Assert.Equal(31, schedule.Brackets.Count);
        Assert.True(schedule.TotalEpochs > int.MaxValue);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(-1, 3)]
    [InlineData(10, 1)]
    public void Too_small_numbers_are_refused(int maxEpochs, int factor) => Assert.Throws<ArgumentOutOfRangeException>(() => new HyperbandSchedule(maxEpochs, factor));

    private static string Text(HyperbandSchedule schedule) =>
        string.Join(' ', schedule.Brackets.Select(b => $"{b.Number}:{string.Join(',', b.Rounds.Select(r => $"{r.Models}x{r.Epochs}"))}"));
}
