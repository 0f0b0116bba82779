using SkiaSharp;

namespace MathSymbols.Data;

/// <summary>Turns an image so that it stands upright: what EXIF's orientation asks for.</summary>
internal static class Orientation
{
    /// <summary>The image upright.</summary>
    /// <param name="image">The image as its pixels are stored.</param>
    /// <param name="origin">Which corner of the upright image the first stored pixel is, and whether rows are columns.</param>
    public static PixelImage Turn(PixelImage image, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft) return image;

        // From 5 on, a stored row is a column.
        var swaps = origin >= SKEncodedOrigin.LeftTop;
        var (width, height) = swaps ? (image.Height, image.Width) : (image.Width, image.Height);
        var (source, planes) = (image.Planes, new byte[PixelImage.Channels * width * height]);
        for (var i = 0; i < planes.Length; i++)
        {
            var (channel, y, x) = (i / (width * height), i / width % height, i % width);
            var (right, bottom) = (width - 1 - x, height - 1 - y);
            var (column, row) = origin switch
            {
                SKEncodedOrigin.TopRight => (right, y),
                SKEncodedOrigin.BottomRight => (right, bottom),
                SKEncodedOrigin.BottomLeft => (x, bottom),
                SKEncodedOrigin.LeftTop => (y, x),
                SKEncodedOrigin.RightTop => (y, right),
                SKEncodedOrigin.RightBottom => (bottom, right),
                SKEncodedOrigin.LeftBottom => (bottom, x),
                _ => (x, y),
            };
            planes[i] = source.Span[(channel * image.Height + row) * image.Width + column];
        }

        return new(width, height, planes);
    }
}
