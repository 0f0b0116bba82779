namespace MathSymbols.Classification;

/// <summary>Where the ink of a drawing is.</summary>
/// <param name="Left">Its first column.</param>
/// <param name="Top">Its first row.</param>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
internal readonly record struct InkBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Its longer side in pixels.</summary>
    public int Longer => Math.Max(Width, Height);
}
