using SkiaSharp;

namespace MathSymbols.Data.Synthetic;

/// <summary>How one sample is written: the pen, and what the hand does to the skeleton.</summary>
/// <param name="Size">Length of the skeleton's unit, in pixels.</param>
/// <param name="Stretch">Width over height, against the skeleton's own.</param>
/// <param name="Slant">Horizontal shift per unit of height; positive leans right.</param>
/// <param name="Rotation">In radians, clockwise.</param>
/// <param name="Looseness">Deviation of a control point, as a fraction of its stroke's extent.</param>
/// <param name="Tremor">Amplitude of the slow wobble along a stroke, in skeleton units.</param>
/// <param name="Pen">Stroke width, in pixels.</param>
/// <param name="Pressure">How much the width swings along a stroke, as a fraction of it.</param>
/// <param name="Ink">The colour.</param>
internal sealed record Hand(
    double Size,
    double Stretch,
    double Slant,
    double Rotation,
    double Looseness,
    double Tremor,
    double Pen,
    double Pressure,
    SKColor Ink)
{
    private const double DegreesToRadians = Math.PI / 180;

    public static Hand Sample(SymbolLayout layout, Paper paper, SampleRandom random)
    {
        var typical = paper.IsPng ? layout.PngSize : layout.JpegSize;
        var size = paper.Height * typical * Math.Exp(random.Normal(0, paper.IsPng ? 0.17 : 0.2));
        return new(
            size,
            Stretch: Math.Exp(random.Normal(0, 0.16)),
            Slant: random.Normal(0.08, 0.12),
            Rotation: random.Normal(0, 4.5) * DegreesToRadians,
            Looseness: random.Uniform(0.015, 0.058),
            Tremor: random.Uniform(0.003, 0.012),
            Pen: Math.Min(PenWidth(paper, random), Math.Max(2, size * layout.MaxPen)),
            Pressure: random.Uniform(0.02, 0.12),
            InkColour(random));
    }

    // The large images come from one program with one pen; the small ones from pens fine and thick.
    private static double PenWidth(Paper paper, SampleRandom random) => paper.IsPng
        ? random.Chance(0.93) ? random.Normal(15, 0.7) : random.Uniform(9, 22)
        : random.Chance(0.25) ? random.Uniform(2.2, 4.2) : random.Normal(8, 1.3);

    private static SKColor InkColour(SampleRandom random)
    {
        var kind = random.Next();
        var grey = (byte)random.Uniform(kind < 0.85 ? 0 : 25, kind < 0.85 ? 18 : 75);
        return kind < 0.93
            ? new(grey, grey, grey)
            : new((byte)(grey / 2), (byte)(grey / 2 + 8), (byte)random.Uniform(70, 125));
    }
}
