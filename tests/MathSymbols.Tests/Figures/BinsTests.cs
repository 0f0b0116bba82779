using FsCheck.Xunit;
using MathSymbols.Data;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class BinsTests
{
    [Fact]
    public void Ten_bins_are_cut_as_numpy_cuts_them()
    {
        // numpy.histogram([0]*3 + [25, 26, 51, 128, 229, 230, 255, 255])
        var values = Count(0, 0, 0, 25, 26, 51, 128, 229, 230, 255, 255);
        var bins = Bins.Of(values, 10);
        Assert.Equal([0, 25.5, 51, 76.5, 102, 127.5, 153, 178.5, 204, 229.5, 255], bins.Edges);
        Assert.Equal([4, 1, 1, 0, 0, 1, 0, 0, 1, 3], bins.Counts);
    }

    [Fact]
    public void Edges_start_and_end_at_the_values_that_occur()
    {
        var bins = Bins.Of(Count(10, 20, 110), 10);
        Assert.Equal([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110], bins.Edges);
        Assert.Equal([1, 1, 0, 0, 0, 0, 0, 0, 0, 1], bins.Counts);
    }

    [Fact]
    public void A_single_value_gets_bins_around_it()
    {
        var bins = Bins.Of(Count(255, 255), 10);
        Assert.Equal(254.5, bins.Edges[0]);
        Assert.Equal(255.5, bins.Edges[10]);
        Assert.Equal([0, 0, 0, 0, 0, 2, 0, 0, 0, 0], bins.Counts);
    }

    [Property]
    public bool Counts_add_up_to_the_number_of_values(byte[] values, byte bins)
    {
        if (values.Length == 0)
            return true;
        var counted = Bins.Of(Count(values), bins + 1);
        return counted.Counts.Sum() == values.Length && counted.Counts.Length == bins + 1;
    }

    [Fact]
    public void All_three_channels_are_counted()
    {
        var image = Samples.Image(30, 20);
        Assert.Equal(3 * 20 * 30, Bins.Values(image).Sum());
        Assert.Equal(3 * 20 * 30, Bins.Of(Bins.Values(image), 256).Counts.Sum());
        Assert.Equal([2, 1], Bins.Values(new PixelImage(1, 1, [7, 9, 7]))[7..10].Where(c => c > 0));
    }

    private static long[] Count(params byte[] values)
    {
        var counts = new long[256];
        foreach (var value in values)
            counts[value]++;
        return counts;
    }
}
