using MathSymbols.Benchmarks.Fuzz.Images.Seeds;
using MathSymbols.Data;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class ImageFormatsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 16)]
    [InlineData(3, 2)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(6, 16)]
    public void A_PNG_of_any_colour_type_and_depth_loads(int type, int bits)
    {
        var image = ImageDecoder.Decode(new PngSketch(type, bits).Draw(new(1)).AsSpan());
        Assert.Equal((PngSketch.Width, PngSketch.Height), (image.Width, image.Height));
        var plane = image.Width * image.Height;
        var grey = image.Planes[..plane].Span.SequenceEqual(image.Planes.Slice(plane, plane).Span);
        Assert.Equal(type is 0 or 4, grey);
        Assert.True(image.Planes[..plane].ToArray().Distinct().Count() > 1);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(4, true)]
    public void A_JPEG_in_grey_colour_or_CMYK_in_one_scan_or_many_loads(int components, bool progressive)
    {
        var image = ImageDecoder.Decode(new JpegSketch(components, progressive).Draw(new(1)).AsSpan());
        Assert.Equal((24, 16), (image.Width, image.Height));
        Assert.True(image.Planes.ToArray().Distinct().Count() > 1);
    }

    [Fact]
    public void Of_an_animation_the_first_frame_is_taken()
    {
        var (first, second) = (OtherSketches.Gif(new(1), 0), OtherSketches.Gif(new(2), 0));
        const int frames = 13 + 12; // Behind the header and the four colours; the last byte ends the file.
        var one = ImageDecoder.Decode(first).Planes.ToArray();
        Assert.NotEqual(one, ImageDecoder.Decode(second).Planes.ToArray());
        Assert.Equal(one, ImageDecoder.Decode([.. first[..^1], .. second[frames..]]).Planes.ToArray());
    }
}
