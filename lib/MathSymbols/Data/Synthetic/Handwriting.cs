namespace MathSymbols.Data.Synthetic;

/// <summary>Writes a skeleton as a hand would: no stroke where it was meant, no line quite straight.</summary>
internal static class Handwriting
{
    /// <summary>The strokes in pixels, around an arbitrary origin.</summary>
    public static List<PenPoint[]> Write(Skeleton skeleton, Hand hand, SampleRandom random)
    {
        var warp = Warp.Sample(random);
        return [.. skeleton.Strokes.Select(stroke => WriteStroke(stroke, hand, warp, random))];
    }

    private static PenPoint[] WriteStroke(ControlPoint[] stroke, Hand hand, Warp warp, SampleRandom random)
    {
        var line = Curve.Through(Loosen(stroke, hand, random));
        var tremorX = Swing.Sample(random);
        var tremorY = Swing.Sample(random);
        var pressure = Swing.Sample(random);
        var extent = Extent(stroke);
        var points = new PenPoint[line.Count];
        for (var i = 0; i < points.Length; i++)
        {
            var t = (double)i / (points.Length - 1);
            var tremor = hand.Tremor * Math.Min(1, extent);
            var (x, y) = warp.Apply(line[i].X + tremor * tremorX.At(t), line[i].Y + tremor * tremorY.At(t));
            points[i] = Slope(x, y, hand.Pen / 2 * (1 + hand.Pressure * pressure.At(t)), hand);
        }

        return points;
    }

    // Each point strays by itself, and the stroke as a whole strays a little more.
    private static ControlPoint[] Loosen(ControlPoint[] stroke, Hand hand, SampleRandom random)
    {
        var stray = hand.Looseness * Extent(stroke);
        var (shiftX, shiftY) = (random.Normal(0, 0.6 * hand.Looseness), random.Normal(0, 0.6 * hand.Looseness));
        return
        [
            .. stroke.Select(point => point with
            {
                X = point.X + shiftX + random.Normal(0, stray),
                Y = point.Y + shiftY + random.Normal(0, stray),
            }),
        ];
    }

    private static PenPoint Slope(double x, double y, double radius, Hand hand)
    {
        var slanted = x * hand.Stretch + (0.5 - y) * hand.Slant;
        var (sin, cos) = Math.SinCos(hand.Rotation);
        return new(hand.Size * (slanted * cos - y * sin), hand.Size * (slanted * sin + y * cos), radius);
    }

    private static double Extent(ControlPoint[] stroke) => Math.Max(
        stroke.Max(p => p.X) - stroke.Min(p => p.X),
        stroke.Max(p => p.Y) - stroke.Min(p => p.Y));
}
