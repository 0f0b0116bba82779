using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Training.Augmentation;

/// <summary>Another camera: out of focus, or in poor light.</summary>
internal static class Camera
{
    private const double BlurredShare = 0.3;

    // Of the blurred ones these are so by five pixels more.
    private const double MoreShare = 0.4;
    private const double NoisyShare = 0.5;

    // Standard deviation, where 1 is from black to white.
    private const double MostNoise = 0.15;

    /// <summary>Changes darkness [N, 1, H, W].</summary>
    public static Tensor Take(Tensor darkness, Draw draw)
    {
        var blurred = functional.avg_pool2d(darkness, 3, 1, 1);
        blurred = where(Draw.Each(draw.Chance(MoreShare)), functional.avg_pool2d(blurred, 5, 1, 2), blurred);
        darkness = where(Draw.Each(draw.Chance(BlurredShare)), blurred, darkness);
        return darkness + draw.Noise(darkness.shape) * Draw.Each(draw.Uniform(0, MostNoise) * draw.Chance(NoisyShare));
    }
}
