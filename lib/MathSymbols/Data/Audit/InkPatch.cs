namespace MathSymbols.Data.Audit;

/// <summary>Pixels of a drawing that touch each other, corners included.</summary>
/// <param name="Pixels">Their places in the plane.</param>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Right">The last column.</param>
/// <param name="Bottom">The last row.</param>
internal sealed record InkPatch(IReadOnlyList<int> Pixels, int Left, int Top, int Right, int Bottom)
{
    // Of the strongest contrast: lighter than that are the shadows of strokes.
    private const double Contrast = 0.12;

    /// <summary>All patches of a drawing, found by a flood from each pixel that was not reached before.</summary>
    public static IReadOnlyList<InkPatch> Of(ContrastPlane plane)
    {
        var least = Math.Max(1, (float)(Contrast * plane.Values.Max()));
        var (patches, reached) = (new List<InkPatch>(), new bool[plane.Values.Length]);
        for (var i = 0; i < reached.Length; i++)
        {
            if (plane.Values[i] >= least && !reached[i]) patches.Add(Flood(plane, i, least, reached));
        }

        return patches;
    }

    private static InkPatch Flood(ContrastPlane plane, int start, float least, bool[] reached)
    {
        List<int> pixels = [start];
        reached[start] = true;
        var (left, top, right, bottom) = (plane.Width, plane.Height, 0, 0);
        for (var next = 0; next < pixels.Count; next++)
        {
            var (x, y) = (pixels[next] % plane.Width, pixels[next] / plane.Width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            for (var row = Math.Max(0, y - 1); row <= Math.Min(plane.Height - 1, y + 1); row++)
            {
                for (var column = Math.Max(0, x - 1); column <= Math.Min(plane.Width - 1, x + 1); column++)
                {
                    var i = row * plane.Width + column;
                    if (reached[i] || plane.Values[i] < least) continue;
                    reached[i] = true;
                    pixels.Add(i);
                }
            }
        }

        return new(pixels, left, top, right, bottom);
    }
}
