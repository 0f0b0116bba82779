using static TorchSharp.torch;

namespace MathSymbols.Training.Augmentation;

/// <summary>Changes training images at random, so that no epoch shows the same ones. What it draws comes from torch's generator, which the trainer seeds each epoch.</summary>
public interface IAugmentation
{
    /// <summary>Changed copies of a batch; the images given stay as they are.</summary>
    /// <param name="images">[N, C, H, W] in 0…1, white paper at 1.</param>
    /// <returns>As many images of the same height and width in 0…1; the taker's, or its dispose scope's.</returns>
    Tensor Apply(Tensor images);
}
