namespace MathSymbols.Data.Audit;

/// <summary>
/// What two images of one size both show when the second is moved against the first, in the first one's pixels: less the outermost pixels,
/// which smoothing has mixed with what one of them does not show.
/// </summary>
/// <param name="Left">The first column.</param>
/// <param name="Top">The first row.</param>
/// <param name="Right">Behind the last column.</param>
/// <param name="Bottom">Behind the last row.</param>
/// <param name="ShiftX">A pixel of the first is so many columns farther right in the second.</param>
/// <param name="ShiftY">And so many rows farther down.</param>
internal readonly record struct Overlap(int Left, int Top, int Right, int Bottom, int ShiftX, int ShiftY)
{
    private const int Rim = 1;

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Left >= Right || Top >= Bottom;

    /// <summary>The overlap of images of the size of <paramref name="plane"/>.</summary>
    public static Overlap Of(ContrastPlane plane, int shiftX, int shiftY) => new(
        Rim + Math.Max(0, -shiftX), Rim + Math.Max(0, -shiftY), plane.Width - Rim - Math.Max(0, shiftX), plane.Height - Rim - Math.Max(0, shiftY), shiftX, shiftY);

    /// <summary>Whether a pixel of the first is in it.</summary>
    public bool Holds(int x, int y) => x >= Left && x < Right && y >= Top && y < Bottom;
}
