using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Training.Augmentation;

/// <summary>Another pen: strokes a few pixels thicker, or up to most of one thinner.</summary>
internal static class PenWidth
{
    private static readonly (double Thinner, double Thicker) Width = (-0.9, 1);

    // A stroke of one pixel must not go altogether.
    private const double MostThinned = 0.7;

    // Of the pens that are thicker these are thicker by two pixels a side instead of one, and of those these by three.
    private const double MarkerShare = 0.25;
    private const double BrushShare = 0.4;

    /// <summary>Changes ink [N, 1, H, W], 0 where there is none, so strongly [N].</summary>
    public static Tensor Change(Tensor ink, Tensor strength, Draw draw)
    {
        var thick = Thicken(ink);
        var marker = Thicken(thick);
        marker = where(Draw.Each(draw.Chance(BrushShare)), Thicken(marker), marker);
        thick = where(Draw.Each(draw.Chance(MarkerShare)), marker, thick);
        var thin = -Thicken(-ink);
        var width = Draw.Each(draw.Uniform(Width.Thinner, Width.Thicker) * strength);
        return where(width > 0, ink + (thick - ink) * width, ink - (thin - ink) * width * MostThinned);
    }

    private static Tensor Thicken(Tensor ink) => functional.max_pool2d(ink, 3, 1, 1);
}
