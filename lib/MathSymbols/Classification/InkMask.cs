using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>Which pixels are ink.</summary>
internal sealed class InkMask
{
    // Grey levels that tell the faintest ink from the paper's grain.
    private const double Faintest = 24;

    // Of the contrast of the drawing's darkest thousandth: lighter than that are smears, ruled lines and the shadows of strokes.
    private const double Contrast = 0.35;
    private const double Darkest = 0.999;

    // A patch of fewer pixels than this share of the largest is a speck.
    private const double Speck = 0.01;

    private readonly int _width;
    private readonly bool[] _ink;
    private readonly float[] _darkness;

    private InkMask(int width, bool[] ink, float[] darkness) => (_width, _ink, _darkness) = (width, ink, darkness);

    /// <summary>How many pixels are ink.</summary>
    public int Pixels => _ink.AsSpan().Count(true);

    /// <summary>How much darker than their paper the ink's pixels are, in grey levels, all together.</summary>
    public double Mass => _ink.Zip(_darkness, (isInk, d) => isInk ? (double)d : 0).Sum();

    /// <summary>Compares an image with its paper.</summary>
    public static InkMask Of(PixelImage image, PaperSurface paper)
    {
        var darkness = Darkness(image, paper);
        var threshold = Math.Max(Faintest, Contrast * Quantile.Of(darkness, Darkest));
        return new(image.Width, Array.ConvertAll(darkness, d => d >= threshold), darkness);
    }

    /// <summary>The smallest box around all patches that are no specks; null when there is no ink.</summary>
    public InkBox? Box()
    {
        var patches = Patches();
        if (patches.Count == 0) return null;
        var least = Speck * patches.Max(p => p.Pixels);
        var kept = patches.Where(p => p.Pixels >= least).ToList();
        var (left, top) = (kept.Min(p => p.Left), kept.Min(p => p.Top));
        return new(left, top, kept.Max(p => p.Right) - left + 1, kept.Max(p => p.Bottom) - top + 1);
    }

    /// <summary>The diameter of the largest disc that lies within the ink, in pixels, at least 1 where there is ink: how wide the pen was, or how large a dot.</summary>
    public double Thickness()
    {
        // Distances to the nearest pixel without ink by two passes of the 3-4 chamfer (Borgefors, 1986); beyond the edge there is none.
        var (height, most) = (_ink.Length / _width, 0);
        var distance = new int[_ink.Length];
        for (var i = 0; i < _ink.Length; i++)
        {
            if (_ink[i]) distance[i] = Math.Min(Math.Min(At(i, -1, 0) + 3, At(i, 0, -1) + 3), Math.Min(At(i, -1, -1) + 4, At(i, 1, -1) + 4));
        }

        for (var i = _ink.Length - 1; i >= 0; i--)
        {
            if (!_ink[i]) continue;
            distance[i] = Math.Min(distance[i], Math.Min(Math.Min(At(i, 1, 0) + 3, At(i, 0, 1) + 3), Math.Min(At(i, 1, 1) + 4, At(i, -1, 1) + 4)));
            most = Math.Max(most, distance[i]);
        }

        return most == 0 ? 0 : 2 * most / 3.0 - 1;

        int At(int pixel, int dx, int dy)
        {
            var (x, y) = (pixel % _width + dx, pixel / _width + dy);
            return x >= 0 && x < _width && y >= 0 && y < height ? distance[y * _width + x] : 0;
        }
    }

    // In the channel in which it is darkest beside the paper: red ink on white is dark in green and blue.
    private static float[] Darkness(PixelImage image, PaperSurface paper)
    {
        var (darkness, beneath) = (new float[image.Width * image.Height], new float[image.Width]);
        for (var channel = 0; channel < PixelImage.Channels; channel++)
        {
            for (var y = 0; y < image.Height; y++)
            {
                paper.Row(channel, y, beneath);
                var values = image.Planes.Span.Slice((channel * image.Height + y) * image.Width, image.Width);
                var row = darkness.AsSpan(y * image.Width, image.Width);
                for (var x = 0; x < row.Length; x++)
                {
                    var darker = beneath[x] - values[x];
                    if (darker > row[x]) row[x] = darker;
                }
            }
        }

        return darkness;
    }

    // Pixels that touch, corners included, found by a flood from each that was not reached before.
    private List<Patch> Patches()
    {
        var (patches, reached, waiting) = (new List<Patch>(), new bool[_ink.Length], new Stack<int>());
        var height = _ink.Length / _width;
        for (var start = 0; start < _ink.Length; start++)
        {
            if (!_ink[start] || reached[start]) continue;
            var patch = new Patch(_width, height);
            reached[start] = true;
            waiting.Push(start);
            while (waiting.TryPop(out var pixel))
            {
                var (x, y) = (pixel % _width, pixel / _width);
                patch.Add(x, y);
                for (var ny = Math.Max(0, y - 1); ny <= Math.Min(height - 1, y + 1); ny++)
                {
                    for (var nx = Math.Max(0, x - 1); nx <= Math.Min(_width - 1, x + 1); nx++)
                    {
                        var next = ny * _width + nx;
                        if (!_ink[next] || reached[next]) continue;
                        reached[next] = true;
                        waiting.Push(next);
                    }
                }
            }

            patches.Add(patch);
        }

        return patches;
    }

    private sealed class Patch(int width, int height)
    {
        public int Left { get; private set; } = width;

        public int Top { get; private set; } = height;

        public int Right { get; private set; } = -1;

        public int Bottom { get; private set; } = -1;

        public int Pixels { get; private set; }

        public void Add(int x, int y)
        {
            (Left, Top, Right, Bottom) = (Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));
            Pixels++;
        }
    }
}
