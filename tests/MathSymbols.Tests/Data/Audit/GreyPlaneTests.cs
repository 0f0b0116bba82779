using MathSymbols.Data;
using MathSymbols.Data.Audit;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class GreyPlaneTests
{
    [Fact]
    public void Small_images_keep_their_size_and_large_ones_become_the_mean_of_blocks()
    {
        var small = Of(3, 2, (x, y) => (byte)(10 * x + y));
        Assert.Equal((3, 2), (small.Width, small.Height));
        Assert.Equal([0, 10, 20, 1, 11, 21], small.Values);
        Assert.Equal(10, small.Median());

        var large = Of(1030, 5, (x, y) => (byte)(x % 2 * 100 + y % 2 * 50));
        Assert.Equal((515, 2), (large.Width, large.Height));
        Assert.All(large.Values, v => Assert.Equal(75, v));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5000, 1)]
    [InlineData(1, 5000)]
    public void No_image_is_too_thin(int width, int height)
    {
        var plane = Of(width, height, (_, _) => 7);
        Assert.Equal((width, height), (plane.Width, plane.Height));
        Assert.Equal(7, plane.Median());
    }

    private static GreyPlane Of(int width, int height, Func<int, int, byte> value)
    {
        var pixels = new byte[4 * width * height];
        for (var i = 0; i < width * height; i++) pixels.AsSpan(4 * i, 3).Fill(value(i % width, i / width));
        return GreyPlane.Of(new RgbaImage(pixels, new("PNG", width, height, Turned: false, 1)));
    }
}
