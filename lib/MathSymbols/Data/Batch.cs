using TorchSharp;

namespace MathSymbols.Data;

/// <summary>Some images with their labels. Whoever takes it from the loader owns it and disposes of it.</summary>
/// <param name="Images">float32, shape [N, 3, H, W], values 0 to 1; or shape [N, D], what a frozen network has made of them.</param>
/// <param name="Labels">int64, shape [N], class indices.</param>
/// <param name="Indices">Which images these are: N indices in <see cref="ImageFolder.Files"/>.</param>
public sealed record Batch(torch.Tensor Images, torch.Tensor Labels, IReadOnlyList<int> Indices) : IDisposable
{
    /// <summary>Images in the batch; the last of an epoch may have fewer than the others.</summary>
    public int Count => Indices.Count;

    /// <summary>The images' shape as text: "[64, 3, 224, 224]".</summary>
    public string ImageShape => $"[{string.Join(", ", Images.shape)}]";

    /// <summary>The largest value in the images: 1 when there is white and the scaling is right.</summary>
    public float Maximum
    {
        get
        {
            using var maximum = Images.max();
            return maximum.item<float>();
        }
    }

    /// <summary>The labels one-hot, as the report's loss takes them: N rows of 0s with a 1 at the place of the class.</summary>
    /// <param name="classes">How many classes there are.</param>
    public float[][] OneHot(int classes)
    {
        using var encoded = torch.nn.functional.one_hot(Labels, classes);
        using var numbers = encoded.to(torch.float32);
        using var floats = numbers.cpu();
        var values = floats.data<float>().ToArray();
        return [.. values.Chunk(classes)];
    }

    /// <summary>Frees both tensors.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels.Dispose();
    }
}
