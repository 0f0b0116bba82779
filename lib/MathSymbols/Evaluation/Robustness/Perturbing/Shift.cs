using System.Numerics;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Moved by a share of the side, in a direction that is drawn for each image; by whole pixels, so that nothing else changes.</summary>
internal sealed class Shift() : Perturbation<double>("shift", [("5 %", 0.05), ("10 %", 0.1), ("15 %", 0.15), ("20 %", 0.2)])
{
    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var (sin, cos) = Math.SinCos(random.Uniform(0, 2 * Math.PI));
        var length = strength * Side(image);
        return PaperWarp.Of(image, Matrix3x2.CreateTranslation((float)Math.Round(length * cos), (float)Math.Round(length * sin)));
    }
}
