using MathSymbols.Data;

namespace MathSymbols.Tests.Evaluation.Robustness;

/// <summary>Images of straight strokes on white.</summary>
internal static class Strokes
{
    /// <summary>Strokes across and down, whose places, widths and greys are drawn.</summary>
    public static PixelImage Draw(int width, int height, int seed)
    {
        var random = new Random(seed);
        var planes = new byte[3 * width * height];
        Array.Fill(planes, byte.MaxValue);
        for (var stroke = 0; stroke < 4; stroke++)
        {
            var (isAcross, at, thickness, grey) = (stroke % 2 == 0, random.NextDouble(), 1 + random.Next(4), random.Next(120));
            for (var i = 0; i < width * height; i++)
            {
                var (x, y) = (i % width, i / width);
                if (Math.Abs((isAcross ? y - at * height : x - at * width) * 2) > thickness) continue;
                for (var c = 0; c < 3; c++) planes[c * width * height + i] = (byte)grey;
            }
        }

        return new(width, height, planes);
    }

    /// <summary>How much darker than white an image is, over all values.</summary>
    public static long Darkness(PixelImage image) => image.Planes.ToArray().Sum(v => (long)(byte.MaxValue - v));
}
