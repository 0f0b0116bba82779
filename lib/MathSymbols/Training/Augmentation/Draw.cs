using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Training.Augmentation;

/// <summary>Random numbers, one an image, from torch's generator on the CPU, so that they are the same on any device.</summary>
/// <param name="count">How many images.</param>
/// <param name="device">Where they are needed.</param>
internal sealed class Draw(long count, Device device)
{
    /// <summary>Evenly between two numbers, [N].</summary>
    public Tensor Uniform(double low, double high) => (rand(count) * Number.Of(high - low) + Number.Of(low)).to(device);

    /// <summary>Normal around 0, [N].</summary>
    public Tensor Normal(double deviation) => (randn(count) * Number.Of(deviation)).to(device);

    /// <summary>True for a share of the images, [N].</summary>
    public Tensor Chance(double share) => (rand(count) < Number.Of(share)).to(device);

    /// <summary>Normal around 0, of any shape.</summary>
    public Tensor Noise(params long[] shape) => randn(shape).to(device);

    /// <summary>Evenly in 0…1, of any shape.</summary>
    public Tensor Cloud(params long[] shape) => rand(shape).to(device);

    /// <summary>[N] as [N, 1, 1, 1].</summary>
    public static Tensor Each(Tensor values) => values.view(-1, 1, 1, 1);
}
