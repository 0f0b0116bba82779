using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Drawn with a thicker pen: ink grows all around by a disc with a radius of a share of the side.</summary>
internal sealed class ThickPen() : Perturbation<double>("thicker pen", [("1 %", 0.01), ("2 %", 0.02), ("3.5 %", 0.035)])
{
    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var plane = image.Width * image.Height;
        var planes = new byte[PixelImage.Channels * plane];
        for (var start = 0; start < planes.Length; start += plane)
            DiscFilter.Darkest(image.Planes.Span.Slice(start, plane), image.Width, strength * Side(image)).CopyTo(planes, start);
        return new(image.Width, image.Height, planes);
    }
}
