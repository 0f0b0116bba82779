using System.Numerics;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Drawn smaller or larger about the ink's centre of gravity, which stays in its place, so that a point beside the border does not vanish; what then lies outside is cut off.</summary>
internal sealed class Scaling(string name, IReadOnlyList<(string Name, double Strength)> steps) : Perturbation<double>(name, steps)
{
    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random) =>
        PaperWarp.Of(image, Matrix3x2.CreateScale((float)strength, Centre(image)));

    // The middle where there is no ink.
    private static Vector2 Centre(PixelImage image)
    {
        var (sum, x, y) = (0L, 0.0, 0.0);
        var values = image.Planes.Span;
        for (var i = 0; i < values.Length; i++)
        {
            var darkness = byte.MaxValue - values[i];
            sum += darkness;
            x += darkness * (i % image.Width + 0.5);
            y += darkness * (i / image.Width % image.Height + 0.5);
        }

        return sum == 0 ? PaperWarp.Middle(image) : new((float)(x / sum), (float)(y / sum));
    }
}
