namespace MathSymbols.Data.Synthetic;

/// <summary>A gentle bend of the whole plane, so that parts of a symbol change together: fat bottoms, leaning tops, bowed lines.</summary>
/// <param name="BowX">Sideways shift of the middle against top and bottom, in units.</param>
/// <param name="BowY">The same, upwards.</param>
/// <param name="Taper">How much wider the bottom is than the top.</param>
/// <param name="Sag">How much lower the middle lies than it should.</param>
internal sealed record Warp(double BowX, double BowY, double Taper, double Sag)
{
    public static Warp Sample(SampleRandom random) =>
        new(random.Normal(0, 0.045), random.Normal(0, 0.035), random.Normal(0, 0.16), random.Normal(0, 0.06));

    public (double X, double Y) Apply(double x, double y)
    {
        var (u, v) = (2 * x - 1, 2 * y - 1);
        return (
            0.5 + 0.5 * u * (1 + Taper * v) + BowX * (1 - v * v),
            y + BowY * (1 - u * u) + Sag * (1 - v * v));
    }
}
