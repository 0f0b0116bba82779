using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>Saved as JPEG at a low quality, and read again.</summary>
internal sealed class Jpeg() : Perturbation<int>("JPEG", [.. Qualities.Select(q => (string.Create(CultureInfo.InvariantCulture, $"quality {q}"), q))])
{
    private static readonly int[] Qualities = [50, 20, 10, 5];

    internal override PixelImage Change(PixelImage image, int strength, SampleRandom random) => ImageDecoder.Decode(image.ToJpeg(strength));
}
