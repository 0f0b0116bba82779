using MathSymbols.Models;

namespace MathSymbols.Benchmarks.Vgg19;

/// <summary>Arithmetic operations of VGG19's convolutions, as the plain sum counts them: a multiplication and an addition for each weight wherever it is applied.</summary>
internal static class Vgg19Operations
{
    private const int Taps = 9;

    /// <summary>Operations an image costs.</summary>
    /// <param name="size">Height and width of the image in pixels.</param>
    public static double Of(int size)
    {
        double operations = 0;
        foreach (var layer in Vgg19Layout.Convolutions)
        {
            operations += 2.0 * Taps * layer.In * layer.Out * size * size;
            if (layer.PoolAfter) size /= 2;
        }

        return operations;
    }
}
