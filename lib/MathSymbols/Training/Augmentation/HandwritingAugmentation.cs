using MathSymbols.Models;
using static TorchSharp.torch;

namespace MathSymbols.Training.Augmentation;

/// <summary>
/// Writes a symbol anew: by another hand (<see cref="Warp"/>), with another pen (<see cref="PenWidth"/>), in other ink on other paper (<see cref="InkAndPaper"/>), seen through another camera (<see cref="Camera"/>).
/// Some copies are changed a little only, so that the usual writing stays the usual. Nothing is mirrored, and the paper around is white. Colour is not kept: the copies are grey, and no larger than <see cref="SymbolNet"/> looks at them.
/// </summary>
public sealed class HandwritingAugmentation : IAugmentation
{
    private const double MildShare = 0.4;

    // What is left of hand and pen in a mild copy.
    private const float Mild = 0.4f;

    /// <inheritdoc/>
    public Tensor Apply(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var draw = new Draw(images.size(0), images.device);
        var ink = 1 - SymbolNet.Reduce(images);
        var strength = where(draw.Chance(MildShare), tensor(Mild, device: images.device), tensor(1f, device: images.device));
        ink = PenWidth.Change(Warp.Apply(ink, strength, draw), strength, draw);
        ink = Camera.Take(InkAndPaper.Put(ink, draw), draw);
        return (1 - ink).clamp_(0, 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override string ToString() => "handwriting";
}
