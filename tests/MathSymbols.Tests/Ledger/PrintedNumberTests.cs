using System.Globalization;
using FsCheck.Xunit;
using MathSymbols.Evaluation;
using MathSymbols.Ledger;
using Xunit;

namespace MathSymbols.Tests.Ledger;

public sealed class PrintedNumberTests
{
    [Fact]
    public void A_printed_number_stands_for_half_a_unit_either_way()
    {
        var share = PrintedNumber.Parse("0.98", 2);
        Assert.True(share.Covers(0.9750001) && share.Covers(0.9849999) && share.Covers(0.975) && share.Covers(0.985));
        Assert.False(share.Covers(0.9749) || share.Covers(0.9851));
        var percent = PrintedNumber.Parse("81.93%", 2);
        Assert.Equal((0.8193, true), (percent.Value, percent.Percent));
        Assert.True(percent.Covers(834.0 / 1018));
        Assert.False(percent.Covers(835.0 / 1018));
        Assert.Throws<FormatException>(() => PrintedNumber.Parse("few", 2));
    }

    [Fact]
    public void A_number_is_shown_as_the_report_prints_its_own()
    {
        Assert.Equal("0.94", PrintedNumber.Parse("0.98", 2).Like(0.9381));
        Assert.Equal("93.61 %", PrintedNumber.Parse("81.93%", 2).Like(0.93614));
        Assert.Equal("0.5157", PrintedNumber.Parse("0.4158197045326233", 16).Like(0.515687140963323));
    }

    [Property]
    public bool What_rounds_to_it_is_covered_and_what_rounds_to_another_is_not(uint a, byte b)
    {
        var (number, decimals) = (a / (double)uint.MaxValue, b % 5);
        var printed = PrintedNumber.Parse(number.ToString($"F{decimals}", CultureInfo.InvariantCulture), decimals);
        var unit = Math.Pow(10, -decimals);
        return printed.Covers(number) && !printed.Covers(printed.Value + 0.51 * unit) && !printed.Covers(printed.Value - 0.51 * unit);
    }

    [Property]
    public bool Overlap_is_that_of_the_two_intervals_whichever_is_asked(ushort a, ushort b, ushort c, byte d)
    {
        var decimals = d % 4;
        var printed = new PrintedNumber(Math.Round(a / 65535.0, decimals), decimals, Percent: false);
        var interval = new Interval(Math.Min(b, c) / 65535.0, Math.Max(b, c) / 65535.0);
        var (low, high) = (printed.Range.Low, printed.Range.High);
        var apart = Math.Max(interval.Low - high, low - interval.High);
        return Math.Abs(apart) < 1e-9 || printed.Overlaps(interval) == (apart < 0);
    }

    [Property]
    public bool A_share_agrees_with_its_own_rounding_and_a_wider_interval_never_disagrees_more(ushort a, ushort b, byte d)
    {
        var (right, count, decimals) = (Math.Min(a, b), Math.Max(1, (int)Math.Max(a, b)), d % 5);
        var printed = PrintedNumber.Parse(((double)right / count).ToString($"F{decimals}", CultureInfo.InvariantCulture), decimals);
        var (narrow, wide) = (WilsonInterval.Of(right, count, 0.90), WilsonInterval.Of(right, count, 0.99));
        var shifted = printed with { Value = printed.Value + 0.02 };
        return printed.Overlaps(narrow) && printed.Overlaps(wide) && (!shifted.Overlaps(narrow) || shifted.Overlaps(wide));
    }
}
