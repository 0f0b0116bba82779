using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>
/// Makes a photo or a drawing look like a training image: the ink is found, the paper under it made white, and the ink laid in the middle of a square with the training images' margins. Its aspect is kept, and so is its colour.
/// </summary>
internal static class InkFraming
{
    /// <summary>The ink in its square, which may be larger or smaller than the image; the image itself when no ink is found.</summary>
    public static PixelImage Frame(PixelImage image, InkMargins margins)
    {
        var paper = PaperSurface.Fit(image);
        var mask = InkMask.Of(image, paper);
        return mask.Box() is { } ink ? Lay(image, paper, ink, Side(ink, mask, margins)) : image;
    }

    // A lone dot would fill the square; no ink is made thicker than the training images have it.
    private static int Side(InkBox ink, InkMask mask, InkMargins margins) =>
        Math.Max(1, (int)Math.Round(Math.Max(ink.Longer / margins.Share, mask.Thickness() / margins.Thickness)));

    private static PixelImage Lay(PixelImage image, PaperSurface paper, InkBox ink, int side)
    {
        var (left, top) = (ink.Left - (side - ink.Width) / 2, ink.Top - (side - ink.Height) / 2);
        var planes = new byte[PixelImage.Channels * side * side];
        Array.Fill(planes, byte.MaxValue);

        // One pixel around the box, for the soft edge of the strokes; what else is on the sheet stays out.
        var (firstX, lastX) = (Math.Max(0, ink.Left - 1), Math.Min(image.Width, ink.Left + ink.Width + 1));
        var (firstY, lastY) = (Math.Max(0, ink.Top - 1), Math.Min(image.Height, ink.Top + ink.Height + 1));
        var source = image.Planes.Span;
        for (var channel = 0; channel < PixelImage.Channels; channel++)
        {
            for (var y = Math.Max(firstY, top); y < Math.Min(lastY, top + side); y++)
            {
                for (var x = Math.Max(firstX, left); x < Math.Min(lastX, left + side); x++)
                {
                    var value = source[(channel * image.Height + y) * image.Width + x];
                    planes[(channel * side + y - top) * side + x - left] = (byte)Math.Min(byte.MaxValue, value * 255 / paper.At(channel, x, y) + 0.5);
                }
            }
        }

        return new(side, side, planes);
    }
}
