using TorchSharp;

namespace MathSymbols.Data;

/// <summary>Some images with their labels. Whoever takes it from the loader owns it and disposes of it.</summary>
/// <param name="Images">float32, shape [N, 3, H, W], values 0 to 1.</param>
/// <param name="Labels">int64, shape [N], class indices.</param>
/// <param name="Indices">Which images these are: N indices in <see cref="ImageFolder.Files"/>.</param>
public sealed record Batch(torch.Tensor Images, torch.Tensor Labels, IReadOnlyList<int> Indices) : IDisposable
{
    /// <summary>Images in the batch; the last of an epoch may have fewer than the others.</summary>
    public int Count => Indices.Count;

    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
