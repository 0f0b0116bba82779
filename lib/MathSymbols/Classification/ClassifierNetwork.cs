using MathSymbols.Data;
using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>The network of a classifier: from images to logits, and to the tensors of its file.</summary>
internal abstract class ClassifierNetwork : IDisposable
{
    /// <summary>What a head stands on; null when there is nothing frozen.</summary>
    public virtual ClassifierBase? Base => null;

    /// <summary>What is done to an image before it is resized.</summary>
    public virtual PixelImage Prepare(PixelImage image) => image;

    /// <summary>Logits [N, classes] of images [N, 3, S, S] in 0…1; dropout is off.</summary>
    public abstract Tensor Logits(Tensor images);

    /// <summary>How much each place speaks for a class, [N, H, W] in 0…1, for classes [N]; null for a network that cannot be asked.</summary>
    public virtual Tensor? GradCam(Tensor images, Tensor classes) => null;

    /// <summary>The tensors to be written.</summary>
    /// <param name="withBase">Whether a frozen network goes into the file.</param>
    public abstract IEnumerable<TensorEntry> Entries(bool withBase);

    public abstract void Dispose();
}
