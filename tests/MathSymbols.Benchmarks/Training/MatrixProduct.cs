using System.Diagnostics;
using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Benchmarks.Training;

/// <summary>The machine's own float32 rate: the product of two square matrices, which is what layers come down to.</summary>
internal sealed class MatrixProduct : IDisposable
{
    public const int Edge = 3072;

    private const int Products = 5;

    // A multiplication and an addition for each of n³ terms.
    private const double Operations = 2.0 * Edge * Edge * Edge;

    private readonly Tensor _left;
    private readonly Tensor _right;

    public MatrixProduct(TorchDevice device)
    {
        _left = rand([Edge, Edge], device: device.ToTorch());
        _right = rand([Edge, Edge], device: device.ToTorch());
        Rate();
    }

    /// <summary>Operations a second, the median of a few products.</summary>
    public double Measure() => Enumerable.Range(0, Products).Select(_ => Rate()).Median();

    public void Dispose()
    {
        _left.Dispose();
        _right.Dispose();
    }

    private double Rate()
    {
        var watch = Stopwatch.StartNew();
        using var product = _left.matmul(_right);

        // Reading one element waits for the device.
        using var corner = product[0, 0];
        corner.item<float>();
        return Operations / watch.Elapsed.TotalSeconds;
    }
}
