namespace MathSymbols.Data.Audit;

/// <summary>How alike two drawings are once one is moved over the other.</summary>
/// <param name="Correlation">The normalised cross-correlation of their contrasts, 0 to 1.</param>
/// <param name="Worst">The largest mean difference over 3 × 3 pixels, as a share of the strongest contrast, 0 to 1.</param>
/// <param name="ShiftX">Pixels to the right by which the second is moved against the first.</param>
/// <param name="ShiftY">Pixels downwards.</param>
public readonly record struct Likeness(double Correlation, double Worst, int ShiftX, int ShiftY)
{
    /// <summary>Of two images that are the same pixel by pixel.</summary>
    public static Likeness Same { get; } = new(1, 0, 0, 0);
}
