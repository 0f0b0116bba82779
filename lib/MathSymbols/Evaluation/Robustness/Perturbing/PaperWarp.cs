using System.Numerics;
using MathSymbols.Data;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Moves an image on a white sheet of its own size: bilinear, half-pixel centres, white where there was nothing.</summary>
internal static class PaperWarp
{
    /// <summary>The point that turning and scaling leave in its place.</summary>
    public static Vector2 Middle(PixelImage image) => new(image.Width / 2f, image.Height / 2f);

    /// <summary>Moves an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="move">Where its points go, in pixels; can be inverted.</param>
    public static PixelImage Of(PixelImage image, Matrix3x2 move)
    {
        if (!Matrix3x2.Invert(move, out var back)) throw new ArgumentException("Such a move has no way back.", nameof(move));
        var (width, height, plane) = (image.Width, image.Height, image.Width * image.Height);
        var source = image.Planes.Span;
        var planes = new byte[source.Length];

        // Each pixel is the mean of a grid of samples as fine as the source's pixels there, so that a thin line does not fall between them.
        var grid = (int)Math.Ceiling(Math.Sqrt(Math.Abs(back.GetDeterminant())) - 1e-3);
        Span<float> sums = stackalloc float[PixelImage.Channels];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                sums.Clear();
                for (var s = 0; s < grid * grid; s++)
                    Add(source, width, height, Vector2.Transform(new(x + (s % grid + 0.5f) / grid, y + (s / grid + 0.5f) / grid), back), sums);
                for (var c = 0; c < PixelImage.Channels; c++) planes[c * plane + y * width + x] = (byte)(sums[c] / (grid * grid) + 0.5f);
            }
        }

        return new(width, height, planes);
    }

    private static void Add(ReadOnlySpan<byte> source, int width, int height, Vector2 place, Span<float> sums)
    {
        var (left, top) = ((int)MathF.Floor(place.X - 0.5f), (int)MathF.Floor(place.Y - 0.5f));
        var (right, down) = (place.X - 0.5f - left, place.Y - 0.5f - top);
        for (var corner = 0; corner < 4; corner++)
        {
            var (x, y) = (left + (corner & 1), top + (corner >> 1));
            var weight = ((corner & 1) == 1 ? right : 1 - right) * (corner >> 1 == 1 ? down : 1 - down);
            var isInside = x >= 0 && x < width && y >= 0 && y < height;
            for (var c = 0; c < PixelImage.Channels; c++) sums[c] += weight * (isInside ? source[(c * height + y) * width + x] : byte.MaxValue);
        }
    }
}
