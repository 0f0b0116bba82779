namespace MathSymbols.Data.Synthetic;

/// <summary>A slow, irregular swing between about -1 and 1 along a stroke: the sum of two sines.</summary>
internal sealed record Swing(double Slow, double Fast, double SlowPhase, double FastPhase)
{
    public static Swing Sample(SampleRandom random) => new(
        random.Uniform(3, 8),
        random.Uniform(10, 22),
        random.Uniform(0, 2 * Math.PI),
        random.Uniform(0, 2 * Math.PI));

    /// <summary>The swing's value.</summary>
    /// <param name="t">Position along the stroke, 0 to 1.</param>
    public double At(double t) => 0.7 * Math.Sin(Slow * t + SlowPhase) + 0.3 * Math.Sin(Fast * t + FastPhase);
}
