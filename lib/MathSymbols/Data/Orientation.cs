using SkiaSharp;

namespace MathSymbols.Data;

/// <summary>Turns an image so that it stands upright: what EXIF's orientation asks for.</summary>
internal static class Orientation
{
    /// <summary>Whether a stored row is a column of the upright image.</summary>
    /// <param name="origin">Which corner of the upright image the first stored pixel is, and whether rows are columns.</param>
    public static bool Swaps(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>Writes the image upright.</summary>
    /// <param name="stored">The pixels as they are stored, shape [stored height, stored width].</param>
    /// <param name="origin">As for <see cref="Swaps"/>.</param>
    /// <param name="upright">Receives them, shape [height, width].</param>
    /// <param name="width">Width of the upright image in pixels.</param>
    /// <param name="height">Height of the upright image in pixels.</param>
    public static void Turn(ReadOnlySpan<uint> stored, SKEncodedOrigin origin, Span<uint> upright, int width, int height)
    {
        // Where the first pixel of the upright image stands, and how far it is to its right and its lower neighbour.
        var (right, bottom) = (width - 1, height - 1);
        var (start, across, down) = origin switch
        {
            SKEncodedOrigin.TopRight => (right, -1, width),
            SKEncodedOrigin.BottomRight => (bottom * width + right, -1, -width),
            SKEncodedOrigin.BottomLeft => (bottom * width, 1, -width),
            SKEncodedOrigin.LeftTop => (0, height, 1),
            SKEncodedOrigin.RightTop => (right * height, -height, 1),
            SKEncodedOrigin.RightBottom => (right * height + bottom, -height, -1),
            SKEncodedOrigin.LeftBottom => (bottom, height, -1),
            _ => (0, 1, width),
        };
        for (var y = 0; y < height; y++)
        {
            var row = upright.Slice(y * width, width);
            for (var x = 0; x < width; x++) row[x] = stored[start + y * down + x * across];
        }
    }
}
