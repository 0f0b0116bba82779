using MathSymbols.Data;
using SkiaSharp;

namespace MathSymbols.Figures;

/// <summary>Images as Skia bitmaps, made small for a page.</summary>
internal static class Thumbnail
{
    /// <summary>The image at its own size.</summary>
    public static SKBitmap Bitmap(PixelImage image) => SKBitmap.Decode(image.ToPng());

    /// <summary>The image with its longer side reduced to at most so many pixels; never enlarged.</summary>
    public static SKBitmap Bitmap(PixelImage image, int side)
    {
        var bitmap = Bitmap(image);
        var scale = (double)side / Math.Max(image.Width, image.Height);
        if (scale >= 1)
            return bitmap;
        using (bitmap)
        {
            var info = bitmap.Info.WithSize(Math.Max(1, (int)Math.Round(image.Width * scale)), Math.Max(1, (int)Math.Round(image.Height * scale)));
            return bitmap.Resize(info, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        }
    }

    /// <summary>A reduced image as PNG.</summary>
    public static byte[] Png(PixelImage image, int side)
    {
        using var bitmap = Bitmap(image, side);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }
}
