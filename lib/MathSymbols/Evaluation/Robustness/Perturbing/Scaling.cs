using System.Numerics;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Drawn smaller or larger about the middle; what then lies outside is cut off.</summary>
internal sealed class Scaling(string name, IReadOnlyList<(string Name, double Strength)> steps) : Perturbation<double>(name, steps)
{
    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random) =>
        PaperWarp.Of(image, Matrix3x2.CreateScale((float)strength, PaperWarp.Middle(image)));
}
