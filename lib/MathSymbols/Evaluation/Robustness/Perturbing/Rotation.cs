using System.Numerics;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Turned about the middle by so many degrees, to the left or to the right as is drawn for each image.</summary>
internal sealed class Rotation() : Perturbation<double>("rotation", [("5°", 5), ("10°", 10), ("15°", 15), ("20°", 20), ("30°", 30)])
{
    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var radians = (random.Chance(0.5) ? 1 : -1) * strength * Math.PI / 180;
        return PaperWarp.Of(image, Matrix3x2.CreateRotation((float)radians, PaperWarp.Middle(image)));
    }
}
