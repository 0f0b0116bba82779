namespace MathSymbols.Data.Audit;

/// <summary>A drawing in small, for finding those that may be copies of it.</summary>
/// <param name="Hash">Its perceptual hash.</param>
/// <param name="Cells">Its frame in small: shape [32, 32], scaled to 0 … 255.</param>
/// <param name="Frame">Where it is.</param>
/// <param name="Width">Width of its image in pixels, as it is compared.</param>
/// <param name="Height">Height of its image in pixels, as it is compared.</param>
internal sealed record DrawingSketch(PerceptualHash Hash, byte[] Cells, DrawingFrame Frame, int Width, int Height)
{
    private const int Side = PerceptualHash.Side;

    // What copies stay within, with room; whether they are copies is decided at full size. Of a small dot, half of the frequencies are
    // next to nothing and their signs chance, so that its hash says little; its cells do.
    private const int Radius = 96;
    private const double Alike = 0.8;
    private const double VeryAlike = 0.95;
    private const double SpreadRatio = 1.15;
    private const double MostShift = CopyTest.MostShift + 2;

    /// <summary>Of a drawing, wherever in the image it stands; null when nothing is drawn.</summary>
    public static DrawingSketch? Of(ContrastPlane plane)
    {
        if (DrawingFrame.Of(plane) is not { } frame) return null;
        var cells = frame.Sample(plane, Side);
        var most = cells.Max();
        return new(PerceptualHash.Of(cells), [.. cells.Select(c => (byte)(byte.MaxValue * c / most))], frame, plane.Width, plane.Height);
    }

    /// <summary>Whether two drawings may be copies: nearly the same place and spread, and hashes and cells that are alike.</summary>
    public static bool Resemble(DrawingSketch a, DrawingSketch b) =>
        Math.Abs(a.Frame.X - b.Frame.X) * Math.Min(a.Width, b.Width) <= MostShift
        && Math.Abs(a.Frame.Y - b.Frame.Y) * Math.Min(a.Height, b.Height) <= MostShift
        && Math.Max(a.Frame.Spread, b.Frame.Spread) <= SpreadRatio * Math.Min(a.Frame.Spread, b.Frame.Spread)
        && a.Correlation(b) >= (PerceptualHash.Distance(a.Hash, b.Hash) <= Radius ? Alike : VeryAlike);

    // The normalised cross-correlation of the cells, 0 to 1.
    private double Correlation(DrawingSketch other)
    {
        long aa = 0, bb = 0, ab = 0;
        for (var i = 0; i < Cells.Length; i++)
        {
            int a = Cells[i], b = other.Cells[i];
            aa += a * a;
            bb += b * b;
            ab += a * b;
        }

        return ab / Math.Sqrt((double)aa * bb);
    }
}
