using static TorchSharp.torch;

namespace MathSymbols.Models.Winograd;

/// <summary>VGG19's convolutions and pools in our own way, channels-last from the first to the last.</summary>
internal sealed class WinogradVgg19 : IDisposable
{
    // The first three blocks have large maps and small kernels: few images at a time keep the maps near the processor. The last two are the other way round.
    private const int EarlyBlocks = 3;
    private const int EarlyPixels = 224 * 224;

    private readonly PlanarConv _first;
    private readonly List<WinogradConv> _early = [];
    private readonly List<WinogradConv> _late = [];

    /// <summary>Makes the weights ready; they stay the caller's and must outlive this.</summary>
    public WinogradVgg19(IReadOnlyList<(Tensor Kernel, Tensor Bias)> layers)
    {
        _first = new(layers[0].Kernel, layers[0].Bias);
        var blocks = 0;
        foreach (var (layer, (kernel, bias)) in Vgg19Layout.Convolutions.Zip(layers).Skip(1))
        {
            (blocks < EarlyBlocks ? _early : _late).Add(new(kernel, bias, pool: layer.PoolAfter));
            if (layer.PoolAfter) blocks++;
        }
    }

    /// <summary>Runs a batch through all layers.</summary>
    /// <param name="images">float32, [N, 3, H, W], preprocessed, on the CPU.</param>
    /// <returns>float32, [N, 512, H / 32, W / 32].</returns>
    public Tensor Forward(Tensor images)
    {
        using var scope = NewDisposeScope();
        var few = (int)Math.Max(1, EarlyPixels / (images.shape[2] * images.shape[3]));
        List<Tensor> parts = [];
        for (long start = 0; start < images.shape[0]; start += few) parts.Add(Early(images.narrow(0, start, Math.Min(few, images.shape[0] - start)).contiguous()));
        var maps = Run(_late, parts.Count == 1 ? parts[0] : cat(parts));
        return maps.permute(0, 3, 1, 2).contiguous().MoveToOuterDisposeScope();
    }

    /// <summary>Frees the transformed kernels.</summary>
    public void Dispose()
    {
        _first.Dispose();
        foreach (var layer in _early.Concat(_late)) layer.Dispose();
    }

    private Tensor Early(Tensor images)
    {
        using var scope = NewDisposeScope();
        return Run(_early, _first.Forward(images)).MoveToOuterDisposeScope();
    }

    // Each layer's maps are freed as soon as the next has read them.
    private static Tensor Run(IEnumerable<WinogradConv> layers, Tensor maps)
    {
        foreach (var layer in layers)
        {
            using var before = maps;
            maps = layer.Forward(before);
        }

        return maps;
    }
}
