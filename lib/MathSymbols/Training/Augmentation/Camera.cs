using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Training.Augmentation;

/// <summary>Another camera: out of focus, or in poor light.</summary>
internal static class Camera
{
    private const double BlurredShare = 0.3;

    // Of the blurred ones these are so by five pixels more, and of all of them these by twelve.
    private const double MoreShare = 0.4;
    private const double MostShare = 0.3;
    private const double NoisyShare = 0.5;

    // Standard deviation, where 1 is from black to white.
    private const double MostNoise = 0.25;

    /// <summary>Changes darkness [N, 1, H, W].</summary>
    public static Tensor Take(Tensor darkness, Draw draw)
    {
        var blurred = functional.avg_pool2d(darkness, 3, 1, 1);
        var more = functional.avg_pool2d(blurred, 5, 1, 2);
        blurred = where(Draw.Each(draw.Chance(MoreShare)), more, blurred);
        blurred = where(Draw.Each(draw.Chance(MostShare)), functional.avg_pool2d(more, 7, 1, 3), blurred);
        darkness = where(Draw.Each(draw.Chance(BlurredShare)), blurred, darkness);
        return darkness + draw.Noise(darkness.shape) * Draw.Each(draw.Uniform(0, MostNoise) * draw.Chance(NoisyShare));
    }
}
