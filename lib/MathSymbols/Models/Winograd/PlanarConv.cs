using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>
/// A frozen 3 × 3 convolution with stride 1 and zero padding 1, its bias and ReLU, from few planar channels to channels-last: what stands before a row of <see cref="WinogradConv"/>. With three channels in, Winograd's
/// transforms would cost more than they save.
/// </summary>
internal sealed class PlanarConv : IDisposable
{
    private const int RowsAtOnce = 8;

    private readonly Tensor _packed;
    private readonly bool _wide;

    /// <summary>Makes the weights ready.</summary>
    /// <param name="kernel">float32, [O, I, 3, 3], O a multiple of 16.</param>
    /// <param name="bias">float32, [O].</param>
    public PlanarConv(Tensor kernel, Tensor bias)
    {
        Out = (int)kernel.shape[0];
        _wide = FastVectors.Wide(Out);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();

        // The bias is the weight of a term that is always 1.
        var terms = cat([kernel.reshape(Out, -1), bias.reshape(Out, 1)], 1);
        _packed = PackedColumns.Pack(terms.transpose(0, 1).unsqueeze(0), FastVectors.Columns(_wide)).MoveToOuterDisposeScope();
    }

    /// <summary>Channels out.</summary>
    public int Out { get; }

    /// <summary>Convolves a batch.</summary>
    /// <param name="images">float32, [N, I, H, W], contiguous, on the CPU.</param>
    /// <returns>float32, [N, H, W, O].</returns>
    public Tensor Forward(Tensor images)
    {
        var (count, height, width) = ((int)images.shape[0], (int)images.shape[2], (int)images.shape[3]);
        var outputs = empty([count, height, width, Out]);
        var chunks = (height + RowsAtOnce - 1) / RowsAtOnce;
        Action<int, int, int> run = _wide
            ? (image, first, last) => PlanarRows<Float512>.Run(images, _packed, outputs, image, first, last)
            : (image, first, last) => PlanarRows<Float256>.Run(images, _packed, outputs, image, first, last);
        Parallel.For(0, count * chunks, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, i =>
        {
            var first = i % chunks * RowsAtOnce;
            run(i / chunks, first, Math.Min(height, first + RowsAtOnce));
        });
        return outputs;
    }

    /// <summary>Frees the weights.</summary>
    public void Dispose() => _packed.Dispose();
}
