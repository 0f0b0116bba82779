using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>On paper that is not white: white becomes the paper's colour, black stays.</summary>
internal sealed class PaperColour() : Perturbation<Rgb>("paper", [("grey 230", Rgb.Grey(230)), ("grey 205", Rgb.Grey(205)), ("yellowed", new(236, 214, 158)), ("grey 180", Rgb.Grey(180))])
{
    internal override PixelImage Change(PixelImage image, Rgb strength, SampleRandom random) =>
        ByteMap.Apply(image, strength, (value, paper) => (value * paper + byte.MaxValue / 2) / byte.MaxValue);
}
