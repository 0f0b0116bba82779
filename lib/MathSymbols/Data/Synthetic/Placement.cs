namespace MathSymbols.Data.Synthetic;

/// <summary>Moves the strokes to their place on the paper, shrinking them if they would not fit with a margin.</summary>
internal static class Placement
{
    private const double Margin = 2.5;

    public static List<PenPoint[]> Place(List<PenPoint[]> strokes, SymbolLayout layout, Paper paper, SampleRandom random)
    {
        var ink = strokes.SelectMany(s => s).ToList();
        var (left, right) = (ink.Min(p => p.X - p.Radius), ink.Max(p => p.X + p.Radius));
        var (top, bottom) = (ink.Min(p => p.Y - p.Radius), ink.Max(p => p.Y + p.Radius));
        var shrink = Math.Min(1, Math.Min((paper.Width - 2 * Margin) / (right - left), (paper.Height - 2 * Margin) / (bottom - top)));
        var spread = paper.IsPng ? 0.13 : 0.09;
        var x = Centre(random.Normal(layout.CenterX, spread) * paper.Width, shrink * (right - left) / 2, paper.Width);
        var y = Centre(random.Normal(layout.CenterY, spread) * paper.Height, shrink * (bottom - top) / 2, paper.Height);
        var (middleX, middleY) = ((left + right) / 2, (top + bottom) / 2);
        return
        [
            .. strokes.Select(stroke => Array.ConvertAll(stroke, p => new PenPoint(
                x + shrink * (p.X - middleX),
                y + shrink * (p.Y - middleY),
                shrink * p.Radius))),
        ];
    }

    // The wished-for centre, or the nearest one that keeps the ink on the paper.
    private static double Centre(double wished, double half, double side)
    {
        var (low, high) = (half + Margin, side - half - Margin);
        return low >= high ? side / 2 : Math.Clamp(wished, low, high);
    }
}
