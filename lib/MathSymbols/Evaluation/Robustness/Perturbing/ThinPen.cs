using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>
/// Drawn with a thinner pen: a disc with a radius of a share of the side is taken off the ink all around. So that no stroke vanishes, a line of 1 % of the side stays down its middle, as dark as it was,
/// where a pixel counts as ink if it has half of the darkest's contrast.
/// </summary>
internal sealed class ThinPen() : Perturbation<double>("thinner pen", [("0.5 %", 0.005), ("1 %", 0.01), ("1.5 %", 0.015)])
{
    private const double KeptRadius = 0.005;

    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var (plane, side, lines) = (image.Width * image.Height, Side(image), CentreLine.Of(Ink(image), image.Width));
        var planes = new byte[PixelImage.Channels * plane];
        for (var channel = 0; channel < PixelImage.Channels; channel++)
        {
            var values = image.Planes.Span.Slice(channel * plane, plane);
            var thin = DiscFilter.Lightest(values, image.Width, strength * side);
            var kept = DiscFilter.Darkest(OnPaper(values, lines), image.Width, KeptRadius * side);

            // Never darker than it was.
            for (var i = 0; i < plane; i++) planes[channel * plane + i] = Math.Max(values[i], Math.Min(thin[i], kept[i]));
        }

        return new(image.Width, image.Height, planes);
    }

    private static bool[] Ink(PixelImage image)
    {
        var values = image.Planes.Span;
        var plane = values.Length / PixelImage.Channels;
        var darkness = new int[plane];
        for (var i = 0; i < plane; i++) darkness[i] = PixelImage.Channels * byte.MaxValue - values[i] - values[plane + i] - values[2 * plane + i];
        var half = Math.Max(1, darkness.Max() / 2);
        return [.. darkness.Select(d => d >= half)];
    }

    private static byte[] OnPaper(ReadOnlySpan<byte> values, bool[] lines)
    {
        var drawn = new byte[values.Length];
        for (var i = 0; i < drawn.Length; i++) drawn[i] = lines[i] ? values[i] : byte.MaxValue;
        return drawn;
    }
}
