using static TorchSharp.torch;

namespace MathSymbols.Training.Augmentation;

/// <summary>
/// Writes a symbol anew: by another hand (<see cref="Warp"/>), with another pen (<see cref="PenWidth"/>), in other ink on other paper (<see cref="InkAndPaper"/>), seen through another camera (<see cref="Camera"/>).
/// Nothing is mirrored, and the paper around is white. Colour is not kept: the copies are grey.
/// </summary>
public sealed class HandwritingAugmentation : IAugmentation
{
    /// <inheritdoc/>
    public Tensor Apply(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var draw = new Draw(images.size(0), images.device);
        var ink = 1 - images.mean([1], keepdim: true);
        ink = Camera.Take(InkAndPaper.Put(PenWidth.Change(Warp.Apply(ink, draw), draw), draw), draw);
        return (1 - ink).clamp_(0, 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override string ToString() => "handwriting";
}
