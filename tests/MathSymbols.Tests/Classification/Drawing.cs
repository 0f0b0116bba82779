using MathSymbols.Classification;
using MathSymbols.Data;

namespace MathSymbols.Tests.Classification;

/// <summary>Images made of numbers: a grey paper, and a share of it that is left where there is ink.</summary>
internal sealed class Drawing
{
    public Drawing(int width, int height, Func<int, int, int> paper, Func<int, int, double> share)
    {
        var planes = new byte[3 * width * height];
        for (var i = 0; i < width * height; i++)
        {
            var value = (byte)Math.Clamp(paper(i % width, i / width) * share(i % width, i / width), 0, 255);
            (planes[i], planes[width * height + i], planes[2 * width * height + i]) = (value, value, value);
        }

        Image = new(width, height, planes);
    }

    public PixelImage Image { get; }

    /// <summary>A filled box; colours are 0xRRGGBB.</summary>
    public static PixelImage Box(int width, int height, int paper, int ink, int left, int top, int boxWidth, int boxHeight)
    {
        var planes = new byte[3 * width * height];
        for (var i = 0; i < planes.Length; i++)
        {
            var (channel, y, x) = (i / (width * height), i / width % height, i % width);
            var isInk = x >= left && x < left + boxWidth && y >= top && y < top + boxHeight;
            planes[i] = (byte)((isInk ? ink : paper) >> (8 * (2 - channel)));
        }

        return new(width, height, planes);
    }

    /// <summary>Where the ink is; null when there is none.</summary>
    public static InkBox? Ink(PixelImage image) => InkMask.Of(image, PaperSurface.Fit(image)).Box();

    public static (int Red, int Green, int Blue) At(PixelImage image, int x, int y)
    {
        var (plane, i) = (image.Width * image.Height, y * image.Width + x);
        var values = image.Planes.Span;
        return (values[i], values[plane + i], values[2 * plane + i]);
    }
}
