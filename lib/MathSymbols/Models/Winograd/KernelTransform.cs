using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>Kernels made ready for F(4×4, 3×3), once, when a layer is built: G g Gᵀ, computed in double precision.</summary>
internal static unsafe class KernelTransform
{
    private const int Edge = 3;

    private static readonly double[] G =
    [
        1.0 / 4, 0, 0,
        -1.0 / 6, -1.0 / 6, -1.0 / 6,
        -1.0 / 6, 1.0 / 6, -1.0 / 6,
        1.0 / 24, 1.0 / 12, 1.0 / 6,
        1.0 / 24, -1.0 / 12, 1.0 / 6,
        0, 0, 1,
    ];

    /// <summary>Transforms kernels, and packs them as <see cref="PackedColumns"/> does.</summary>
    /// <param name="kernel">float32, [O, I, 3, 3], contiguous, on the CPU.</param>
    /// <param name="columns">Output channels done at once, a divisor of O.</param>
    /// <returns>float32, [36, O / columns, I, columns].</returns>
    public static Tensor Apply(Tensor kernel, int columns)
    {
        var (outs, ins) = ((int)kernel.shape[0], (int)kernel.shape[1]);
        var factors = empty([TileTransform.Products, outs / columns, ins, columns]);
        var stride = (nint)outs * ins;
        Parallel.For(0, outs / columns, block =>
        {
            var source = FloatData.Of(kernel) + ((nint)block * columns * ins * Edge * Edge);
            var target = FloatData.Of(factors) + ((nint)block * ins * columns);
            for (var channel = 0; channel < ins; channel++)
            {
                for (var column = 0; column < columns; column++) One(source + ((((nint)column * ins) + channel) * Edge * Edge), target++, stride);
            }
        });
        return factors;
    }

    private static void One(float* kernel, float* target, nint stride)
    {
        var half = stackalloc double[TileTransform.Inputs * Edge];
        for (var i = 0; i < TileTransform.Inputs; i++)
        {
            for (var j = 0; j < Edge; j++) half[(i * Edge) + j] = (G[i * Edge] * kernel[j]) + (G[(i * Edge) + 1] * kernel[Edge + j]) + (G[(i * Edge) + 2] * kernel[(2 * Edge) + j]);
        }

        for (var i = 0; i < TileTransform.Inputs; i++)
        {
            for (var j = 0; j < TileTransform.Inputs; j++, target += stride)
                *target = (float)((half[i * Edge] * G[j * Edge]) + (half[(i * Edge) + 1] * G[(j * Edge) + 1]) + (half[(i * Edge) + 2] * G[(j * Edge) + 2]));
        }
    }
}
