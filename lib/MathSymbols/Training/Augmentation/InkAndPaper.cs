using MathSymbols.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Training.Augmentation;

/// <summary>Other ink on other paper: a pale pencil or a black marker, paper that is not white, a shadow over it.</summary>
internal static class InkAndPaper
{
    private const double Palest = 0.25;
    private const double DarkestPaper = 0.35;
    private const double TintedShare = 0.5;
    private const double DarkestShadow = 0.6;
    private const double ShadowShare = 0.4;

    /// <summary>Darkness [N, 1, H, W] in 0…1 of paper with ink [N, 1, H, W]. However pale the ink, it stays darker than its paper.</summary>
    public static Tensor Put(Tensor ink, Draw draw)
    {
        var strength = Draw.Each(draw.Uniform(Palest, 1));
        var tint = Draw.Each(draw.Uniform(0, DarkestPaper) * draw.Chance(TintedShare));
        var shadow = Draw.Each(draw.Uniform(0, DarkestShadow) * draw.Chance(ShadowShare)) *
            functional.interpolate(draw.Cloud(ink.size(0), 1, 2, 2), [ink.size(2), ink.size(3)], mode: InterpolationMode.Bilinear, align_corners: true);
        return strength * (ink + (Number.Of(1) - ink) * (tint + shadow));
    }
}
