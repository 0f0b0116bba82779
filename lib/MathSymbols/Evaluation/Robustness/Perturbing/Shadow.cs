using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Half in shadow: one side is darker by a share of its light, with a soft edge half a side wide, whose direction and place near the middle are drawn for each image.</summary>
internal sealed class Shadow() : Perturbation<double>("shadow", [("20 %", 0.2), ("40 %", 0.4), ("60 %", 0.6)])
{
    private const double Edge = 0.5;
    private const double Farthest = 0.15;

    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var (sin, cos) = Math.SinCos(random.Uniform(0, 2 * Math.PI));
        var place = random.Uniform(-Farthest, Farthest);
        var source = image.Planes.Span;
        var (plane, planes) = (source.Length / PixelImage.Channels, new byte[source.Length]);
        for (var i = 0; i < plane; i++)
        {
            var (x, y) = ((i % image.Width + 0.5) / image.Width - 0.5, (i / image.Width + 0.5) / image.Height - 0.5);
            var depth = Math.Clamp((x * cos + y * sin - place) / Edge + 0.5, 0, 1);
            var light = 1 - strength * depth * depth * (3 - 2 * depth);
            for (var at = i; at < planes.Length; at += plane) planes[at] = (byte)(source[at] * light + 0.5);
        }

        return new(image.Width, image.Height, planes);
    }
}
