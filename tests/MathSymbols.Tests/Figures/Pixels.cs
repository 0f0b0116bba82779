using MathSymbols.Figures;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Figures;

/// <summary>Looks at a figure's static image.</summary>
internal static class Pixels
{
    public static void AssertDrawn(Figure figure, int width, int height)
    {
        using var bitmap = SKBitmap.Decode(figure.Png.Span);
        Assert.NotNull(bitmap);
        Assert.Equal((width, height), (bitmap.Width, bitmap.Height));
        Assert.Equal(SKColors.White, bitmap.GetPixel(0, 0));
        Assert.True(bitmap.Pixels.Distinct().Count() > 10, "The image is blank.");
    }
}
