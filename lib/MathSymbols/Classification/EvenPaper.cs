using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>Takes shadows and uneven light out of an image, where there are any.</summary>
internal static class EvenPaper
{
    // Grey levels from the paper's darkest place to its lightest: what differs less would not be taken for ink either.
    private const double Even = 24;

    /// <summary>The image with its paper white, dark on light; the image itself where its paper is even.</summary>
    public static PixelImage Of(PixelImage image)
    {
        if (PaperSurface.Fit(image).Range <= Even) return image;
        var sheet = InkedSheet.DarkOnLight(image);
        if (sheet.Paper.Range <= Even) return image;
        var source = sheet.Image.Planes.Span;
        var (planes, beneath) = (new byte[image.Planes.Length], new float[image.Width]);
        for (var row = 0; row < PixelImage.Channels * image.Height; row++)
        {
            sheet.Paper.Row(row / image.Height, row % image.Height, beneath);
            for (var x = 0; x < beneath.Length; x++) planes[row * image.Width + x] = (byte)Math.Min(byte.MaxValue, source[row * image.Width + x] * 255 / beneath[x] + 0.5f);
        }

        return new(image.Width, image.Height, planes);
    }
}
