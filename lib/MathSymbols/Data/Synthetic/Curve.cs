namespace MathSymbols.Data.Synthetic;

/// <summary>Turns control points into a dense line: a Catmull-Rom spline that is broken at corners.</summary>
internal static class Curve
{
    private const int StepsPerSegment = 12;

    public static List<(double X, double Y)> Through(ControlPoint[] points)
    {
        var line = new List<(double X, double Y)>(points.Length * StepsPerSegment) { (points[0].X, points[0].Y) };
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (from, to) = (points[i], points[i + 1]);
            var before = i == 0 || from.IsCorner ? from : points[i - 1];
            var after = i + 2 == points.Length || to.IsCorner ? to : points[i + 2];
            for (var step = 1; step <= StepsPerSegment; step++)
            {
                var t = (double)step / StepsPerSegment;
                line.Add((At(t, before.X, from.X, to.X, after.X), At(t, before.Y, from.Y, to.Y, after.Y)));
            }
        }

        return line;
    }

    // The tangent at an inner point is half the chord between its neighbours.
    private static double At(double t, double before, double from, double to, double after)
    {
        var start = (to - before) / 2;
        var end = (after - from) / 2;
        var (t2, t3) = (t * t, t * t * t);
        return (2 * t3 - 3 * t2 + 1) * from + (t3 - 2 * t2 + t) * start + (3 * t2 - 2 * t3) * to + (t3 - t2) * end;
    }
}
