namespace MathSymbols.Data.Audit;

/// <summary>Finds what stands at an image's border and is not connected to what is drawn.</summary>
/// <param name="Found">The marks, the largest first.</param>
/// <param name="Rest">The drawing without them.</param>
internal sealed record BorderMarks(IReadOnlyList<BorderMark> Found, ContrastPlane Rest)
{
    // Shares of the shorter side: a mark begins as near to an edge as the first, and reaches in from one no farther than the second.
    private const double Near = 0.015;
    private const double Deep = 0.06;

    // A patch that begins at the border and reaches in farther is a mark where it has less than this of the largest one's pixels.
    private const double Small = 0.1;

    /// <summary>Of a drawing. Where everything is at the border, nothing is a mark.</summary>
    public static BorderMarks Of(ContrastPlane plane)
    {
        var side = Math.Min(plane.Width, plane.Height);
        var (near, deep) = (Math.Max(2, Near * side), Math.Max(3, Deep * side));
        var patches = InkPatch.Of(plane).Select(p => (Patch: p, Edge: Nearest(plane, p))).ToList();
        var inner = patches.Where(p => Depth(plane, p.Patch, p.Edge) > deep).Select(p => p.Patch.Pixels.Count).DefaultIfEmpty().Max();
        if (inner == 0) return new([], plane);
        var marks = patches.Where(p => Distance(plane, p.Patch) < near && (Depth(plane, p.Patch, p.Edge) <= deep || p.Patch.Pixels.Count < Small * inner)).ToList();
        if (marks.Count == 0) return new([], plane);
        var all = (double)patches.Sum(p => p.Patch.Pixels.Count);
        var found = marks.OrderByDescending(m => m.Patch.Pixels.Count).Select(m => new BorderMark(m.Edge, m.Patch.Pixels.Count, m.Patch.Pixels.Count / all));
        return new([.. found], Without(plane, marks.SelectMany(m => m.Patch.Pixels)));
    }

    // The edge that it keeps closest to: a line along one touches two others with its ends.
    private static ImageEdge Nearest(ContrastPlane plane, InkPatch patch) => Enum.GetValues<ImageEdge>().MinBy(e => Depth(plane, patch, e));

    // Pixels of paper between the patch and the edge that it comes nearest to.
    private static int Distance(ContrastPlane plane, InkPatch patch) =>
        Math.Min(Math.Min(patch.Left, patch.Top), Math.Min(plane.Width - 1 - patch.Right, plane.Height - 1 - patch.Bottom));

    // Pixels from the edge to the patch's far side.
    private static int Depth(ContrastPlane plane, InkPatch patch, ImageEdge edge) => edge switch
    {
        ImageEdge.Left => patch.Right + 1,
        ImageEdge.Top => patch.Bottom + 1,
        ImageEdge.Right => plane.Width - patch.Left,
        _ => plane.Height - patch.Top,
    };

    // With their soft rims.
    private static ContrastPlane Without(ContrastPlane plane, IEnumerable<int> pixels)
    {
        const int rim = 2;
        var values = plane.Values.ToArray();
        foreach (var pixel in pixels)
        {
            var (x, y) = (pixel % plane.Width, pixel / plane.Width);
            for (var row = Math.Max(0, y - rim); row <= Math.Min(plane.Height - 1, y + rim); row++)
            {
                for (var column = Math.Max(0, x - rim); column <= Math.Min(plane.Width - 1, x + rim); column++) values[row * plane.Width + column] = 0;
            }
        }

        return new(plane.Width, plane.Height, values);
    }
}
