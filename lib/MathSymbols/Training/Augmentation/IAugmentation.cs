using static TorchSharp.torch;

namespace MathSymbols.Training.Augmentation;

/// <summary>Changes training images at random, so that no epoch shows the same ones. What it draws comes from torch's generator, which the trainer seeds each epoch.</summary>
public interface IAugmentation
{
    /// <summary>Changed copies of a batch; the images given stay as they are.</summary>
    /// <param name="images">[N, C, H, W] in 0…1, white paper at 1.</param>
    /// <param name="progress">How far the training is, from 0 at its start to below 1.</param>
    /// <returns>As many images in 0…1, perhaps grey ([N, 1, h, w]) or smaller, if the model takes that; the taker's, or its dispose scope's.</returns>
    Tensor Apply(Tensor images, double progress = 0);
}
