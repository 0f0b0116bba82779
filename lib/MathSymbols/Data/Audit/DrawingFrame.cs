namespace MathSymbols.Data.Audit;

/// <summary>
/// Where a drawing is and how large, by the moments of its contrast: a copy has the same frame, moved and scaled with it. The image's
/// sides are the units, so that an image that was squashed has the same frame, too.
/// </summary>
/// <param name="X">Middle of its weight, in widths.</param>
/// <param name="Y">Middle of its weight, in heights.</param>
/// <param name="Spread">Root mean square distance from the middle, each way in its own unit.</param>
internal readonly record struct DrawingFrame(double X, double Y, double Spread)
{
    // In spreads from the middle to the frame's edge: nearly everything drawn is within.
    private const double Reach = 2.2;

    // A single pixel has no spread.
    private const double Least = 0.002;

    /// <summary>The frame of what is drawn; null when nothing is.</summary>
    public static DrawingFrame? Of(ContrastPlane plane)
    {
        double weight = 0, sumX = 0, sumY = 0, sumSquares = 0;
        for (var i = 0; i < plane.Values.Length; i++)
        {
            var value = plane.Values[i];
            if (value == 0) continue;
            var (x, y) = ((i % plane.Width + 0.5) / plane.Width, (i / plane.Width + 0.5) / plane.Height);
            weight += value;
            sumX += value * x;
            sumY += value * y;
            sumSquares += value * (x * x + y * y);
        }

        if (weight == 0) return null;
        var (meanX, meanY) = (sumX / weight, sumY / weight);
        return new(meanX, meanY, Math.Max(Least, Math.Sqrt(Math.Max(0, sumSquares / weight - meanX * meanX - meanY * meanY))));
    }

    /// <summary>The drawing on a square grid over the frame, each cell the mean of what it covers.</summary>
    /// <param name="plane">The drawing.</param>
    /// <param name="side">Cells a side.</param>
    /// <returns>Shape [side, side].</returns>
    public float[] Sample(ContrastPlane plane, int side)
    {
        var (cells, cell) = (new float[side * side], 2 * Reach * Spread / side);
        var (left, top) = (X - Reach * Spread, Y - Reach * Spread);
        var (width, height) = (1 / (cell * plane.Width), 1 / (cell * plane.Height));
        for (var i = 0; i < plane.Values.Length; i++)
        {
            if (plane.Values[i] == 0) continue;
            Spill(i % plane.Width * width - left / cell, i / plane.Width * height - top / cell, width, height, plane.Values[i], cells, side);
        }

        return cells;
    }

    // A pixel covers a rectangle of the grid; its value goes to the cells by the share that each has of it.
    private static void Spill(double x, double y, double width, double height, float value, float[] cells, int side)
    {
        for (var row = Math.Max(0, (int)Math.Floor(y)); row < side && row < y + height; row++)
        {
            var high = Math.Min(row + 1, y + height) - Math.Max(row, y);
            for (var column = Math.Max(0, (int)Math.Floor(x)); column < side && column < x + width; column++)
                cells[row * side + column] += (float)(value * high * (Math.Min(column + 1, x + width) - Math.Max(column, x)));
        }
    }
}
