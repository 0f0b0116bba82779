namespace MathSymbols.Models;

/// <summary>The order and sizes of VGG19's convolutions (Simonyan and Zisserman, 2015, table 1, column E), named as Keras names them.</summary>
public static class Vgg19Layout
{
    /// <summary>The 16 convolutions in the order in which an image passes them; a pool ends each of the five blocks.</summary>
    public static IReadOnlyList<Vgg19Convolution> Convolutions { get; } = [.. Build()];

    /// <summary>The parameters of all convolutions.</summary>
    public static long Parameters => Convolutions.Sum(c => (9L * c.In + 1) * c.Out);

    private static IEnumerable<Vgg19Convolution> Build()
    {
        var channels = 3; // R, G, B.
        foreach (var (block, output, count) in ((int, int, int)[])[(1, 64, 2), (2, 128, 2), (3, 256, 4), (4, 512, 4), (5, 512, 4)])
        {
            for (var i = 1; i <= count; i++)
            {
                yield return new($"block{block}_conv{i}", channels, output, PoolAfter: i == count);
                channels = output;
            }
        }
    }
}
