using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>
/// The brightness of the paper under a drawing: one quadratic surface a channel, fitted to what is not ink, so that a tint and a shadow across the sheet are followed and a stroke is not.
/// Least squares with what lies darker than the fit left out, and again, until it is the paper alone.
/// </summary>
internal sealed class PaperSurface
{
    private const int Terms = 6;
    private const int Rounds = 6;

    // A grid of so many points a side is enough for six numbers.
    private const int Grid = 96;

    // Grey levels; paper's grain stays below.
    private const double Grain = 12;

    // The darkest share of the points is left out in the first fit: ink takes less of a sheet.
    private const double FirstCut = 0.5;

    private readonly double[][] _coefficients;
    private readonly double _width;
    private readonly double _height;

    private PaperSurface(double[][] coefficients, int width, int height) => (_coefficients, _width, _height) = (coefficients, width, height);

    /// <summary>Fits the paper of an image.</summary>
    public static PaperSurface Fit(PixelImage image)
    {
        var points = Points(image.Width, image.Height);
        var surface = new PaperSurface(new double[PixelImage.Channels][], image.Width, image.Height);
        for (var channel = 0; channel < PixelImage.Channels; channel++)
            surface._coefficients[channel] = Fit(surface, points, image.Planes.Span.Slice(channel * image.Width * image.Height, image.Width * image.Height));
        return surface;
    }

    /// <summary>The paper's value, 1 to 255.</summary>
    /// <param name="channel">0 red, 1 green, 2 blue.</param>
    /// <param name="x">Column.</param>
    /// <param name="y">Row.</param>
    public double At(int channel, int x, int y)
    {
        Span<double> terms = stackalloc double[Terms];
        Fill(terms, x, y);
        return Math.Clamp(Value(_coefficients[channel], terms), 1, byte.MaxValue);
    }

    private static double[] Fit(PaperSurface surface, List<(int X, int Y)> points, ReadOnlySpan<byte> plane)
    {
        var values = new double[points.Count];
        for (var i = 0; i < values.Length; i++) values[i] = plane[points[i].Y * (int)surface._width + points[i].X];
        var cut = values.Order().ElementAt((int)(FirstCut * (values.Length - 1)));
        var kept = values.Select(v => v >= cut).ToArray();
        var coefficients = Solve(surface, points, values, kept);
        Span<double> terms = stackalloc double[Terms];
        for (var round = 1; round < Rounds; round++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                surface.Fill(terms, points[i].X, points[i].Y);
                kept[i] = values[i] > Value(coefficients, terms) - Grain;
            }

            coefficients = Solve(surface, points, values, kept);
        }

        return coefficients;
    }

    private static List<(int X, int Y)> Points(int width, int height)
    {
        var (columns, rows) = (Math.Min(width, Grid), Math.Min(height, Grid));
        return [.. from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) select ((int)((c + 0.5) * width / columns), (int)((r + 0.5) * height / rows))];
    }

    // Normal equations with a breath of ridge, which makes them solvable for an image of one row too; a constant stays a constant.
    private static double[] Solve(PaperSurface surface, List<(int X, int Y)> points, double[] values, bool[] kept)
    {
        var (matrix, right) = (new double[Terms, Terms], new double[Terms]);
        Span<double> terms = stackalloc double[Terms];
        for (var i = 0; i < values.Length; i++)
        {
            if (!kept[i]) continue;
            surface.Fill(terms, points[i].X, points[i].Y);
            for (var r = 0; r < Terms; r++)
            {
                right[r] += terms[r] * values[i];
                for (var c = 0; c < Terms; c++) matrix[r, c] += terms[r] * terms[c];
            }
        }

        for (var r = 1; r < Terms; r++) matrix[r, r] += 1e-3 * Math.Max(matrix[0, 0], 1);
        if (matrix[0, 0] == 0) matrix[0, 0] = 1;
        return Eliminate(matrix, right);
    }

    // Gaussian elimination; the matrix is symmetric and positive, so no row needs to be exchanged.
    private static double[] Eliminate(double[,] matrix, double[] right)
    {
        for (var pivot = 0; pivot < Terms; pivot++)
        {
            for (var r = pivot + 1; r < Terms; r++)
            {
                var factor = matrix[r, pivot] / matrix[pivot, pivot];
                for (var c = pivot; c < Terms; c++) matrix[r, c] -= factor * matrix[pivot, c];
                right[r] -= factor * right[pivot];
            }
        }

        for (var r = Terms - 1; r >= 0; r--)
        {
            for (var c = r + 1; c < Terms; c++) right[r] -= matrix[r, c] * right[c];
            right[r] /= matrix[r, r];
        }

        return right;
    }

    private static double Value(double[] coefficients, ReadOnlySpan<double> terms)
    {
        var sum = 0.0;
        for (var i = 0; i < Terms; i++) sum += coefficients[i] * terms[i];
        return sum;
    }

    // 1, x, y, x², xy, y² with x and y from -1 to 1.
    private void Fill(Span<double> terms, int x, int y)
    {
        var (u, v) = (2 * (x + 0.5) / _width - 1, 2 * (y + 0.5) / _height - 1);
        (terms[0], terms[1], terms[2], terms[3], terms[4], terms[5]) = (1, u, v, u * u, u * v, v * v);
    }
}
