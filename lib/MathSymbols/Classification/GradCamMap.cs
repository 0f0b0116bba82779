namespace MathSymbols.Classification;

/// <summary>How much each place of an image speaks for the class that it is taken for.</summary>
/// <param name="Prediction">What the image is taken for.</param>
/// <param name="Width">Places a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Row by row, 0 to 1; the strongest place is 1.</param>
public sealed record GradCamMap(SymbolPrediction Prediction, int Width, int Height, IReadOnlyList<float> Values)
{
    /// <summary>The value at a point of the image, between the middles of places.</summary>
    /// <param name="x">0 at the left edge, 1 at the right.</param>
    /// <param name="y">0 at the top edge, 1 at the bottom.</param>
    public double At(double x, double y)
    {
        var (column, row) = (Math.Clamp(x * Width - 0.5, 0, Width - 1), Math.Clamp(y * Height - 0.5, 0, Height - 1));
        var (left, top) = ((int)column, (int)row);
        var (right, bottom) = (Math.Min(left + 1, Width - 1), Math.Min(top + 1, Height - 1));
        var (across, down) = (column - left, row - top);
        return (Values[top * Width + left] * (1 - across) + Values[top * Width + right] * across) * (1 - down) +
            (Values[bottom * Width + left] * (1 - across) + Values[bottom * Width + right] * across) * down;
    }
}
