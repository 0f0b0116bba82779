using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>Where the ink of a drawing is.</summary>
/// <param name="Left">Its first column.</param>
/// <param name="Top">Its first row.</param>
/// <param name="Width">Columns, at least 1.</param>
/// <param name="Height">Rows, at least 1.</param>
public readonly record struct InkBox(int Left, int Top, int Width, int Height)
{
    /// <summary>Its longer side in pixels.</summary>
    public int Longer => Math.Max(Width, Height);

    /// <summary>Finds the ink: what is darker than the paper, in any colour, and no speck.</summary>
    /// <param name="image">A drawing, darker than its paper.</param>
    /// <returns>Null when there is none.</returns>
    public static InkBox? Find(PixelImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return InkMask.Of(image, PaperSurface.Fit(image)).Box();
    }
}
