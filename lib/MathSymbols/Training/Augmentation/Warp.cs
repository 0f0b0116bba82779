using MathSymbols.Runtime;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Training.Augmentation;

/// <summary>Another hand: slant, size, aspect, shear and place (an affine map), and strokes that swing out (an elastic one, after Simard, Steinkraus and Platt, ICDAR 2003, on a coarse grid).</summary>
internal static class Warp
{
    // Radians.
    private const double Rotation = 0.16;
    private const double Shear = 0.15;

    // Some write far more aslant than the rest.
    private const double AslantShare = 0.2;
    private const double Aslant = 2;

    // Of the logarithm of height over width.
    private const double Aspect = 0.15;

    // Some drawings are small on their sheet; the others are between so much smaller and larger.
    private const double SmallShare = 0.3;
    private static readonly (double Low, double High) Small = (0.5, 0.8);
    private static readonly (double Low, double High) Usual = (-0.25, 0.15);

    // How far the middle moves, where 1 is from the image's middle to its edge: this, and most of what a smaller drawing leaves free.
    private const double Shift = 0.12;
    private const double FreeShare = 0.8;

    // Nodes a side of the grid that is pulled about, and how far.
    private const int Nodes = 4;
    private static readonly (double Low, double High) SwingBy = (0.02, 0.06);

    /// <summary>Changes ink [N, 1, H, W], 0 where there is none, so strongly [N].</summary>
    public static Tensor Apply(Tensor ink, Tensor strength, Draw draw)
    {
        var grid = functional.affine_grid(Affine(strength, draw), ink.shape, align_corners: false) + Swing(ink, strength, draw);
        return functional.grid_sample(ink, grid, mode: GridSampleMode.Bilinear, padding_mode: GridSamplePaddingMode.Zeros, align_corners: false);
    }

    // From a place in the new image to one in the old, [N, 2, 3].
    private static Tensor Affine(Tensor strength, Draw draw)
    {
        var (angle, shear) = (draw.Normal(Rotation) * strength * (draw.Chance(AslantShare) * Number.Of(Aslant - 1) + Number.Of(1)), draw.Normal(Shear) * strength);
        var small = draw.Chance(SmallShare).logical_and(strength == Number.Of(1));
        var width = where(small, draw.Uniform(Small.Low, Small.High), draw.Uniform(Usual.Low, Usual.High) * strength + Number.Of(1));
        var height = width * (draw.Normal(Aspect) * strength).exp();
        var free = (Number.Of(1) - width).clamp_min(Number.Of(0)) * Number.Of(FreeShare) + Number.Of(Shift);
        var (cosine, sine) = (angle.cos(), angle.sin());
        var (x, y) = (draw.Uniform(-1, 1) * free / width, draw.Uniform(-1, 1) * free / height);
        return stack(
            [stack([cosine / width, (shear * cosine - sine) / width, x], 1), stack([sine / height, (shear * sine + cosine) / height, y], 1)], 1);
    }

    // [N, H, W, 2].
    private static Tensor Swing(Tensor ink, Tensor strength, Draw draw)
    {
        var pulls = draw.Noise(ink.size(0), 2, Nodes, Nodes) * Draw.Each(draw.Uniform(SwingBy.Low, SwingBy.High) * strength);
        return functional.interpolate(pulls, [ink.size(2), ink.size(3)], mode: InterpolationMode.Bicubic, align_corners: true).permute(0, 2, 3, 1);
    }
}
