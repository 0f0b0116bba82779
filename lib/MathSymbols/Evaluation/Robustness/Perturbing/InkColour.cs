using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>In another ink, from the darkest to a faint pencil: black becomes the ink's colour, white stays.</summary>
internal sealed class InkColour() : Perturbation<Rgb>("ink", [("blue", new(30, 50, 160)), ("red", new(200, 30, 40)), ("green", new(40, 150, 70)), ("pencil 130", Rgb.Grey(130)), ("pencil 190", Rgb.Grey(190))])
{
    internal override PixelImage Change(PixelImage image, Rgb strength, SampleRandom random) =>
        ByteMap.Apply(image, strength, (value, ink) => byte.MaxValue - ((byte.MaxValue - value) * (byte.MaxValue - ink) + byte.MaxValue / 2) / byte.MaxValue);
}
