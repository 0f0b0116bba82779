namespace MathSymbols.Data.Audit;

/// <summary>The sum of squares over any rectangle of a drawing, in one step (Crow, 1984, SIGGRAPH 18, 207–212).</summary>
internal sealed class SummedSquares
{
    private readonly int _width;
    private readonly double[] _sums;

    /// <summary>Goes through the drawing once.</summary>
    public SummedSquares(ContrastPlane plane)
    {
        _width = plane.Width + 1;
        _sums = new double[_width * (plane.Height + 1)];
        for (var y = 0; y < plane.Height; y++)
        {
            double row = 0;
            for (var x = 0; x < plane.Width; x++)
            {
                row += plane.Values[y * plane.Width + x] * plane.Values[y * plane.Width + x];
                _sums[(y + 1) * _width + x + 1] = _sums[y * _width + x + 1] + row;
            }
        }
    }

    /// <summary>The sum over the columns from <paramref name="left"/> and the rows from <paramref name="top"/> up to, not including, the ends.</summary>
    public double Over(int left, int top, int right, int bottom) =>
        _sums[bottom * _width + right] - _sums[top * _width + right] - _sums[bottom * _width + left] + _sums[top * _width + left];
}
