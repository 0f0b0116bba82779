using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>A grainy picture: to each pixel a Gaussian with a standard deviation of so many grey levels is added, the same to all three channels, cut off at 0 and 255.</summary>
internal sealed class Noise() : Perturbation<double>("noise", [("20 levels", 20), ("45 levels", 45), ("80 levels", 80)])
{
    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var source = image.Planes.Span;
        var (plane, planes) = (source.Length / PixelImage.Channels, new byte[source.Length]);
        for (var i = 0; i < plane; i++)
        {
            var more = random.Normal(0, strength);
            for (var at = i; at < planes.Length; at += plane) planes[at] = (byte)Math.Clamp(source[at] + more + 0.5, 0, byte.MaxValue);
        }

        return new(image.Width, image.Height, planes);
    }
}
