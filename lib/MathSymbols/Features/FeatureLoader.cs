using MathSymbols.Data;
using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Features;

/// <summary>Hands out rows of a <see cref="FeatureCache"/> in batches, float32, [N, D].</summary>
public sealed class FeatureLoader : BatchLoader
{
    private readonly FeatureCache _cache;

    internal FeatureLoader(FeatureCache cache, ImageFolder images, IReadOnlyList<int> indices, int batchSize, int? shuffleSeed, TorchDevice? device)
        : base(images, indices, batchSize, shuffleSeed, device) => _cache = cache;

    private protected override Tensor Read(int[] indices)
    {
        using var halves = empty([indices.Length, _cache.Values], float16);
        var bytes = halves.bytes;
        var row = _cache.Values * 2;
        for (var i = 0; i < indices.Length; i++) _cache.Read(indices[i], bytes.Slice(i * row, row));
        return halves.to(float32);
    }
}
