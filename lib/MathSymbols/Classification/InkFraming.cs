using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>
/// Makes a photo or a drawing look like a training image: the ink is found, the paper under it made white, and the ink laid in the middle of a square with the training images' margins. Its aspect is kept, and so is its colour.
/// </summary>
internal static class InkFraming
{
    /// <summary>The ink in its square, of less than twice the size; the image itself when no ink is found.</summary>
    /// <param name="image">A drawing, darker than its paper.</param>
    /// <param name="margins">The margins to leave.</param>
    /// <param name="size">Height and width to which the square will be resized.</param>
    public static PixelImage Frame(PixelImage image, InkMargins margins, int size)
    {
        var paper = PaperSurface.Fit(image);
        var mask = InkMask.Of(image, paper);
        if (mask.Box() is not { } ink) return image;
        var side = Side(ink, mask, margins);
        var factor = Math.Max(1, side / size);
        return Reduce(Lay(image, paper, ink, (side + factor - 1) / factor * factor), factor);
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

    // The mean of blocks: resizing alone would pass over every other pixel of a large sheet, and a thin line would come out dotted.
    private static PixelImage Reduce(PixelImage square, int factor)
    {
        if (factor == 1) return square;
        var (source, side) = (square.Planes, square.Width / factor);
        var planes = new byte[PixelImage.Channels * side * side];
        for (var i = 0; i < planes.Length; i++)
        {
            var (row, x) = (i / side, i % side);
            var sum = 0;
            for (var dy = 0; dy < factor; dy++)
            {
                foreach (var value in source.Span.Slice((row * factor + dy) * square.Width + x * factor, factor)) sum += value;
            }

            planes[i] = (byte)((sum + factor * factor / 2) / (factor * factor));
        }

        return new(side, side, planes);
    }
}
