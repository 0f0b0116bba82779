using System.Reflection;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>Judges a base by what it makes of a built-in image, not by its file: how like its features are to those of ImageNet's VGG19.</summary>
public static class Vgg19Probe
{
    /// <summary>The least similarity with which a base counts as VGG19.</summary>
    public const double Accepted = 0.999;

    /// <summary>How many features the probe has: 512 maps of 7 × 7.</summary>
    internal const int Values = Vgg19Base.Channels * (Size / Vgg19Base.SmallestSize) * (Size / Vgg19Base.SmallestSize);

    private const int Size = 224;
    private const string Recorded = "MathSymbols.Models.vgg19-probe.f16";

    /// <summary>The cosine between the base's features of the probe and the recorded ones, -1 to 1. The base's preprocessing has no part in it.</summary>
    /// <param name="network">The base, on the CPU or a GPU.</param>
    public static double Similarity(Vgg19Base network)
    {
        using var scope = NewDisposeScope();
        var recorded = empty([Values], float16);
        using (var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Recorded)!) stream.ReadExactly(recorded.bytes);
        return Similarity(network, recorded);
    }

    /// <summary>The cosine between the base's features of the probe and others, [25088].</summary>
    internal static double Similarity(Vgg19Base network, Tensor recorded)
    {
        using var scope = NewDisposeScope();
        return nn.functional.cosine_similarity(Features(network), recorded.to(float64), 0).item<double>();
    }

    /// <summary>The base's features of the probe: float64, [25088], on the CPU.</summary>
    internal static Tensor Features(Vgg19Base network)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var scope = NewDisposeScope();
        using var image = Image();
        return network.Convolve(image.to(network.parameters().First().device)).flatten().cpu().to(float64).MoveToOuterDisposeScope();
    }

    // Rings, stripes and a slope of brightness, one a channel and shifted: edges in every direction and at every scale.
    private static unsafe Tensor Image()
    {
        var image = empty([1, 3, Size, Size]);
        var value = FloatData.Of(image);
        for (var channel = 0; channel < 3; channel++)
        {
            for (var y = 0; y < Size; y++)
            {
                for (var x = 0; x < Size; x++)
                {
                    var radius = Math.Sqrt(((x - 90.0) * (x - 90.0)) + ((y - 120.0) * (y - 120.0)));
                    var rings = Math.Sin(radius * radius / (160 + (40 * channel)));
                    var stripes = Math.Sin((x * (0.15 + (0.1 * channel))) + (y * 0.35)) > 0.4 ? 1 : 0;
                    *value++ = (float)((0.35 * (1 + rings)) + (0.2 * stripes) + (0.1 * (x + y) / (2 * Size)));
                }
            }
        }

        return image;
    }
}
