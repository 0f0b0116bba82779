using MathSymbols.Data;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class OrientationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // What an image of 2 columns and 3 rows, numbered row by row, looks like upright.
    [Theory]
    [InlineData(1, 2, "1 2 3 4 5 6")]
    [InlineData(2, 2, "2 1 4 3 6 5")]
    [InlineData(3, 2, "6 5 4 3 2 1")]
    [InlineData(4, 2, "5 6 3 4 1 2")]
    [InlineData(5, 3, "1 3 5 2 4 6")]
    [InlineData(6, 3, "5 3 1 6 4 2")]
    [InlineData(7, 3, "6 4 2 5 3 1")]
    [InlineData(8, 3, "2 4 6 1 3 5")]
    public void Each_orientation_of_EXIF_is_turned_upright(int orientation, int width, string expected)
    {
        var origin = (SKEncodedOrigin)orientation;
        Assert.Equal(width == 3, Orientation.Swaps(origin));
        var upright = new uint[6];
        Orientation.Turn([1, 2, 3, 4, 5, 6], origin, upright, width, 6 / width);
        Assert.Equal(expected, string.Join(' ', upright));
    }

    [Fact]
    public void A_photograph_that_a_phone_took_upright_is_read_upright()
    {
        // Dark at the left as stored; orientation 6 asks for a quarter turn clockwise, so the dark side is up.
        using var bitmap = new SKBitmap(new SKImageInfo(64, 32, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.White);
        bitmap.Erase(SKColors.Black, SKRectI.Create(0, 0, 16, 32));
        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        File.WriteAllBytes(_folder["photo.jpg"], WithOrientation(jpeg.ToArray(), 6));

        var upright = ImageDecoder.Decode(_folder["photo.jpg"]);
        Assert.Equal((32, 64), (upright.Width, upright.Height));
        Assert.InRange(upright.Planes.Span[5 * 32 + 16], 0, 40);
        Assert.InRange(upright.Planes.Span[40 * 32 + 16], 215, 255);
        Assert.Equal(upright.Planes.ToArray(), ImageDecoder.Decode(File.ReadAllBytes(_folder["photo.jpg"]).AsSpan()).Planes.ToArray());
        Assert.Equal(("JPEG", true), (ImageDecoder.Inspect(_folder["photo.jpg"]).Format, ImageDecoder.Inspect(_folder["photo.jpg"]).Turned));
        var resized = new byte[3 * 64 * 32];
        ImageDecoder.DecodeResized(_folder["photo.jpg"], 32, 64, resized);
        Assert.Equal(upright.Planes.ToArray(), resized);
    }

    // An APP1 segment with one EXIF entry (tag 0x0112, a short), behind the start of the image.
    private static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }
}
