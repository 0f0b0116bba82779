using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>
/// Makes a photo or a drawing look like a training image: the ink is found, the paper under it made white, and the ink laid in the middle of a square with the training images' margins. Its aspect is kept, and so is its colour.
/// </summary>
internal static class InkFraming
{
    /// <summary>The ink in its square, of less than twice the size; the image itself when no ink is found.</summary>
    /// <param name="image">A drawing, darker or lighter than its paper.</param>
    /// <param name="margins">The margins to leave.</param>
    /// <param name="size">Height and width to which the square will be resized.</param>
    public static PixelImage Frame(PixelImage image, InkMargins margins, int size)
    {
        var sheet = InkedSheet.DarkOnLight(image);
        if (sheet.Ink.Box() is not { } ink) return image;
        var side = Side(ink, sheet.Ink, margins);
        var factor = Math.Max(1, side / size);
        return Lay(sheet.Image, sheet.Paper, ink, (side + factor - 1) / factor, factor);
    }

    // A lone dot would fill the square; no ink is made thicker than the training images have it.
    private static int Side(InkBox ink, InkMask mask, InkMargins margins) =>
        Math.Max(1, (int)Math.Round(Math.Max(ink.Longer / margins.Share, mask.Thickness() / margins.Thickness)));

    // Each pixel of the square is the mean of a block: resizing alone would pass over every other pixel of a large sheet, and a thin line would come out dotted. White is what nothing is laid on.
    private static PixelImage Lay(PixelImage image, PaperSurface paper, InkBox ink, int side, int factor)
    {
        var (left, top) = (ink.Left - (side * factor - ink.Width) / 2, ink.Top - (side * factor - ink.Height) / 2);

        // One pixel around the box, for the soft edge of the strokes; what else is on the sheet stays out.
        var (firstX, lastX) = (Math.Max(Math.Max(0, left), ink.Left - 1), Math.Min(Math.Min(image.Width, left + side * factor), ink.Left + ink.Width + 1));
        var (firstY, lastY) = (Math.Max(Math.Max(0, top), ink.Top - 1), Math.Min(Math.Min(image.Height, top + side * factor), ink.Top + ink.Height + 1));
        var (source, darkness, beneath) = (image.Planes, new float[PixelImage.Channels * side * side], new float[image.Width]);
        for (var channel = 0; channel < PixelImage.Channels; channel++)
        {
            for (var y = firstY; y < lastY; y++)
            {
                paper.Row(channel, y, beneath);
                var row = source.Span.Slice((channel * image.Height + y) * image.Width, image.Width);
                var blocks = darkness.AsSpan((channel * side + (y - top) / factor) * side, side);
                for (var x = firstX; x < lastX; x++)
                {
                    if (row[x] < beneath[x]) blocks[factor == 1 ? x - left : (x - left) / factor] += byte.MaxValue - row[x] * 255 / beneath[x];
                }
            }
        }

        return new(side, side, [.. darkness.Select(d => (byte)(byte.MaxValue - d / (factor * factor) + 0.5f))]);
    }
}
