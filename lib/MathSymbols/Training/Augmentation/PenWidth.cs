using MathSymbols.Runtime;
using static TorchSharp.torch;

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
        return where(width > Number.Of(0), ink + (thick - ink) * width, ink - (thin - ink) * width * Number.Of(MostThinned));
    }

    // The largest of 3 × 3, first down, then across: a quarter of the time that max_pool2d takes.
    internal static Tensor Thicken(Tensor ink) => LargestOfThree(LargestOfThree(ink, 2), 3);

    private static Tensor LargestOfThree(Tensor ink, int dimension)
    {
        var length = ink.size(dimension);
        var pairs = maximum(ink.narrow(dimension, 0, length - 1), ink.narrow(dimension, 1, length - 1));
        return cat([pairs.narrow(dimension, 0, 1), maximum(pairs.narrow(dimension, 0, length - 2), pairs.narrow(dimension, 1, length - 2)), pairs.narrow(dimension, length - 2, 1)], dimension);
    }
}
