using TorchSharp;
using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>
/// A frozen 3 × 3 convolution with stride 1, its bias and ReLU, and if wanted the 2 × 2 max-pool behind it, for images that lie channels-last. It multiplies a quarter as often as the plain sum does:
/// Winograd's F(4×4, 3×3). Without AVX2, or away from the CPU, it computes the same by LibTorch's convolution. No gradient flows through it.
/// </summary>
internal sealed class WinogradConv : IDisposable
{
    // What a thread's factors and products may take, so that they stay in its cache; and the fewest tiles for which a product is worth its start.
    private const int ScratchBytes = 3 << 20;
    private const int FewestTiles = 128;

    private readonly Tensor _kernel;
    private readonly Tensor _bias;
    private readonly Tensor? _factors;
    private readonly int _padding;
    private readonly bool _pool;
    private readonly bool _wide;

    /// <summary>Takes the weights over as they are; they stay the caller's and must outlive this.</summary>
    /// <param name="kernel">float32, [O, I, 3, 3], contiguous.</param>
    /// <param name="bias">float32, [O], contiguous.</param>
    /// <param name="padding">Rows and columns of zeros on each side, 0 or more.</param>
    /// <param name="pool">Whether the larger of 2 × 2 outputs is taken; a last odd row or column is left out, as torch does.</param>
    public WinogradConv(Tensor kernel, Tensor bias, int padding = 1, bool pool = false)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(bias);
        ArgumentOutOfRangeException.ThrowIfNegative(padding);
        (_kernel, _bias, _padding, _pool) = (kernel, bias, padding, pool);
        (In, Out) = ((int)kernel.shape[1], (int)kernel.shape[0]);
        _wide = FastVectors.Wide(Out) && In % Float512.Count == 0;
        if (!FastVectors.Supported || kernel.device_type != DeviceType.CPU || In % Float256.Count != 0 || Out % FastVectors.Columns(_wide) != 0) return;
        _factors = KernelTransform.Apply(kernel, FastVectors.Columns(_wide));
    }

    /// <summary>Channels in.</summary>
    public int In { get; }

    /// <summary>Channels out.</summary>
    public int Out { get; }

    /// <summary>Whether Winograd's way is taken; it needs whole vectors of channels.</summary>
    public bool Fast => _factors is not null;

    /// <summary>Convolves a batch.</summary>
    /// <param name="images">float32, [N, H, W, I], H and W + 2 · padding at least 3.</param>
    /// <returns>float32, [N, H′, W′, O] with H′ = H + 2 · padding − 2, or half of it when pooled.</returns>
    public Tensor Forward(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.dtype != ScalarType.Float32 || images.Dimensions != 4 || images.shape[3] != In) throw new ArgumentException($"The images are to be float32, [N, H, W, {In}], not {images.dtype} [{string.Join(", ", images.shape)}].", nameof(images));
        using var noGradient = no_grad();
        return Fast ? Winograd(images) : Plain(images);
    }

    /// <summary>Frees the transformed kernels.</summary>
    public void Dispose() => _factors?.Dispose();

    private Tensor Plain(Tensor images)
    {
        using var scope = NewDisposeScope();
        var outputs = nn.functional.relu(nn.functional.conv2d(images.permute(0, 3, 1, 2), _kernel, _bias, padding: [_padding, _padding]));
        if (_pool) outputs = nn.functional.max_pool2d(outputs, 2, 2);
        return outputs.permute(0, 2, 3, 1).contiguous().MoveToOuterDisposeScope();
    }

    private Tensor Winograd(Tensor images)
    {
        using var plain = images.contiguous();
        var (count, height, width) = ((int)plain.shape[0], (int)plain.shape[1], (int)plain.shape[2]);
        var grid = new TileGrid(count, height + (2 * _padding) - 2, width + (2 * _padding) - 2);
        var outputs = _pool ? empty([count, grid.Height / 2, grid.Width / 2, Out]) : empty([count, grid.Height, grid.Width, Out]);
        var tiles = Math.Max(FewestTiles, ScratchBytes / (TileTransform.Products * (In + Out) * sizeof(float)));
        var block = Block(new(plain, outputs, _factors!, _bias, grid, _padding, _pool));
        Parallel.For(0, (grid.Count + tiles - 1) / tiles, new ParallelOptions { MaxDegreeOfParallelism = get_num_threads() }, i =>
            block(i * tiles, Math.Min(tiles, grid.Count - (i * tiles))));
        return outputs;
    }

    private Action<int, int> Block(WinogradJob job) =>
        _wide
            ? (first, count) => WinogradBlock<Float512>.Run(job, first, count)
            : (first, count) => WinogradBlock<Float256>.Run(job, first, count);
}
