using System.Runtime.CompilerServices;
using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>
/// The brightness of the paper under a drawing: one quadratic surface a channel, fitted to what is not ink, so that a tint and a shadow across the sheet are followed and a stroke is not.
/// Least squares with what lies darker than the fit left out, and again, until it is the paper alone.
/// </summary>
internal sealed class PaperSurface
{
    private const int Rounds = 6;

    // A grid of so many points a side is enough for six numbers.
    private const int Grid = 96;

    // Grey levels; paper's grain stays below.
    private const double Grain = 12;

    // The darkest share of the points is left out in the first fit: ink takes less of a sheet.
    private const double FirstCut = 0.5;

    // An image is looked at more than once; its paper is fitted once, and forgotten with it.
    private static readonly ConditionalWeakTable<PixelImage, PaperSurface> Known = [];

    private readonly Quadratic[] _channels;
    private readonly int _width;
    private readonly int _height;

    private PaperSurface(Quadratic[] channels, int width, int height) => (_channels, _width, _height) = (channels, width, height);

    /// <summary>Fits the paper of an image.</summary>
    public static PaperSurface Fit(PixelImage image) => Known.GetValue(image, FitNew);

    /// <summary>The paper's values along a row, each 1 to 255.</summary>
    /// <param name="channel">0 red, 1 green, 2 blue.</param>
    /// <param name="y">The row.</param>
    /// <param name="paper">Gets a value a column.</param>
    public void Row(int channel, int y, Span<float> paper)
    {
        var (surface, v) = (_channels[channel], Coordinate(y, _height));
        var (first, step) = ((float)Coordinate(0, _width), 2f / _width);
        var (constant, linear, square) = ((float)surface.At(0, v), (float)(surface.U + v * surface.UV), (float)surface.UU);
        for (var x = 0; x < paper.Length; x++)
        {
            var u = first + x * step;
            paper[x] = Math.Clamp(constant + u * (linear + u * square), 1, byte.MaxValue);
        }
    }

    /// <summary>How many grey levels the paper's lightest place is lighter than its darkest, in the channel where that is most.</summary>
    public double Range
    {
        get
        {
            var most = 0.0;
            foreach (var surface in _channels)
            {
                // A quadratic is highest and lowest at the edge or at one place within; a grid of five passes near it.
                double[] values = [.. from v in Five from u in Five select Math.Clamp(surface.At(u, v), 1, byte.MaxValue)];
                most = Math.Max(most, values.Max() - values.Min());
            }

            return most;
        }
    }

    private static PaperSurface FitNew(PixelImage image)
    {
        var (xs, ys) = (Places(image.Width), Places(image.Height));
        var channels = new Quadratic[PixelImage.Channels];
        for (var channel = 0; channel < PixelImage.Channels; channel++)
        {
            var plane = image.Planes.Span.Slice(channel * image.Width * image.Height, image.Width * image.Height);
            var values = new byte[xs.Length * ys.Length];
            for (int y = 0, i = 0; y < ys.Length; y++)
            {
                for (var x = 0; x < xs.Length; x++, i++) values[i] = plane[ys[y] * image.Width + xs[x]];
            }

            channels[channel] = Fit(values, [.. xs.Select(x => Coordinate(x, image.Width))], [.. ys.Select(y => Coordinate(y, image.Height))]);
        }

        return new(channels, image.Width, image.Height);
    }

    private static double[] Five => [-1, -0.5, 0, 0.5, 1];

    private static Quadratic Fit(byte[] values, double[] us, double[] vs)
    {
        var (fit, kept, cut) = (QuadraticFit.OfGrid(values, us, vs), new bool[values.Length], Quantile.Of(values, FirstCut));
        for (var i = 0; i < values.Length; i++)
        {
            kept[i] = values[i] >= cut;
            if (!kept[i]) fit.Add(us[i % us.Length], vs[i / us.Length], values[i], -1);
        }

        var surface = fit.Solve();
        for (var round = 1; round < Rounds; round++)
        {
            if (!Sort(values, us, vs, surface, kept, fit)) break;
            surface = fit.Solve();
        }

        return surface;
    }

    // Which points are paper, if that is the paper; false when they are those that were.
    private static bool Sort(byte[] values, double[] us, double[] vs, Quadratic paper, bool[] kept, QuadraticFit fit)
    {
        var hasChanged = false;
        for (int y = 0, i = 0; y < vs.Length; y++)
        {
            for (var x = 0; x < us.Length; x++, i++)
            {
                var isPaper = values[i] > paper.At(us[x], vs[y]) - Grain;
                if (isPaper == kept[i]) continue;
                (kept[i], hasChanged) = (isPaper, true);
                fit.Add(us[x], vs[y], values[i], isPaper ? 1 : -1);
            }
        }

        return hasChanged;
    }

    // The middles of as many equal stretches.
    private static int[] Places(int length)
    {
        var count = Math.Min(length, Grid);
        return [.. Enumerable.Range(0, count).Select(i => (int)((i + 0.5) * length / count))];
    }

    // From -1 to 1.
    private static double Coordinate(int place, int length) => 2 * (place + 0.5) / length - 1;
}
