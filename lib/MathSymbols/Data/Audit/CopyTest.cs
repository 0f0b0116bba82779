namespace MathSymbols.Data.Audit;

/// <summary>
/// Tells copies of a drawing from drawings like it, pixel by pixel after the shift that fits best. Two strokes by one hand, however alike,
/// part by a pixel somewhere; a copy's differences are spread thin. So the worst place decides, not the mean.
/// </summary>
internal static class CopyTest
{
    /// <summary>Pixels, each way, that a copy may be moved by.</summary>
    public const int MostShift = 5;

    // Copies saved again as JPEG, moved or scaled stay below 0.1, and drawings that are none begin at 0.3, dots aside (10,071 real images).
    private const double WorstOfCopy = 0.15;

    // Two dots by one pen are the same but for their place: moved over each other, those of the real images begin at 0.13. So one that has
    // moved must be the same to a JPEG's noise, which stays below 0.022.
    private const double WorstOfMovedDot = 0.03;

    // Pixels of the longer side, below which a drawing is no more than a dot.
    private const int Dot = 20;

    private static readonly (int X, int Y)[] Shifts = MakeShifts();

    /// <summary>Whether two drawings that are so much alike are copies.</summary>
    public static bool IsCopy(Likeness likeness, ContrastPlane a, ContrastPlane b)
    {
        if (likeness.Correlation == 0 || likeness.Worst > WorstOfCopy) return false;
        return likeness.Worst <= WorstOfMovedDot || (likeness.ShiftX, likeness.ShiftY) == (0, 0) || Math.Min(Extent(a), Extent(b)) >= Dot;
    }

    /// <summary>How alike two drawings are at the size of the smaller one, over what both images show.</summary>
    public static Likeness Compare(ContrastPlane a, ContrastPlane b)
    {
        var (width, height) = (long)a.Width * a.Height <= (long)b.Width * b.Height ? (a.Width, a.Height) : (b.Width, b.Height);
        var (first, second) = (a.Resize(width, height).Smooth(), b.Resize(width, height).Smooth());
        var (shift, correlation) = BestShift(first, second);
        return new(correlation, Worst(first, second, Overlap.Of(first, shift.X, shift.Y)), shift.X, shift.Y);
    }

    // The longer side of what is drawn, marks at the border aside.
    private static int Extent(ContrastPlane plane)
    {
        var patches = InkPatch.Of(BorderMarks.Of(plane).Rest);
        return 1 + Math.Max(patches.Max(p => p.Right) - patches.Min(p => p.Left), patches.Max(p => p.Bottom) - patches.Min(p => p.Top));
    }

    private static ((int X, int Y) Shift, double Correlation) BestShift(ContrastPlane a, ContrastPlane b)
    {
        int[] drawn = [.. Enumerable.Range(0, a.Values.Length).Where(i => a.Values[i] > 0)];
        var (squaresA, squaresB) = (new SummedSquares(a), new SummedSquares(b));
        var (best, shift) = (0.0, (0, 0));
        foreach (var (dx, dy) in Shifts)
        {
            var overlap = Overlap.Of(a, dx, dy);
            if (overlap.IsEmpty) continue;
            double product = 0;
            foreach (var i in drawn)
            {
                if (overlap.Holds(i % a.Width, i / a.Width)) product += a.Values[i] * b.Values[i + dy * a.Width + dx];
            }

            var norm = Math.Sqrt(squaresA.Over(overlap.Left, overlap.Top, overlap.Right, overlap.Bottom) * squaresB.Over(overlap.Left + dx, overlap.Top + dy, overlap.Right + dx, overlap.Bottom + dy));
            if (norm > 0 && product / norm > best + 1e-9) (best, shift) = (product / norm, (dx, dy));
        }

        return (shift, Math.Min(1, best));
    }

    private static double Worst(ContrastPlane a, ContrastPlane b, Overlap overlap)
    {
        double worst = 0, peak = 0;
        for (var y = overlap.Top; y < overlap.Bottom; y++)
        {
            for (var x = overlap.Left; x < overlap.Right; x++)
            {
                var (i, j) = (y * a.Width + x, (y + overlap.ShiftY) * a.Width + x + overlap.ShiftX);
                peak = Math.Max(peak, Math.Max(a.Values[i], b.Values[j]));
                if (a.Values[i] != b.Values[j]) worst = Math.Max(worst, MeanDifference(a, b, overlap, x, y));
            }
        }

        return peak == 0 ? 1 : worst / peak;
    }

    private static double MeanDifference(ContrastPlane a, ContrastPlane b, Overlap overlap, int x, int y)
    {
        double sum = 0;
        for (var row = Math.Max(overlap.Top, y - 1); row <= Math.Min(overlap.Bottom - 1, y + 1); row++)
        {
            for (var column = Math.Max(overlap.Left, x - 1); column <= Math.Min(overlap.Right - 1, x + 1); column++)
                sum += Math.Abs(a.Values[row * a.Width + column] - b.Values[(row + overlap.ShiftY) * a.Width + column + overlap.ShiftX]);
        }

        return sum / 9;
    }

    // The nearest first: of equals the smallest shift is taken.
    private static (int X, int Y)[] MakeShifts()
    {
        var range = Enumerable.Range(-MostShift, 2 * MostShift + 1).ToArray();
        return [.. range.SelectMany(dy => range.Select(dx => (X: dx, Y: dy))).OrderBy(s => s.X * s.X + s.Y * s.Y)];
    }
}
