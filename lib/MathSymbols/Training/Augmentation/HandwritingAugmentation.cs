using System.Globalization;
using MathSymbols.Models;
using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Training.Augmentation;

/// <summary>
/// Writes a symbol anew: by another hand (<see cref="Warp"/>), with another pen (<see cref="PenWidth"/>), in other ink on other paper (<see cref="InkAndPaper"/>), seen through another camera (<see cref="Camera"/>).
/// Some copies are changed a little only, so that the usual writing stays the usual, and towards the end of a training all are: then the network learns last what it will mostly see. Nothing is mirrored, and the paper around is white. Colour is not kept: the copies are grey, and no larger than <see cref="SymbolNet"/> looks at them.
/// </summary>
public sealed class HandwritingAugmentation : IAugmentation
{
    /// <summary>From here on, as a share of the training, all copies are mild.</summary>
    public const double MildFrom = 0.85;

    private const double MildShare = 0.4;

    // What is left of hand and pen in a mild copy.
    private const float Mild = 0.4f;

    // At the end these stay as black on white, and as sharp, as they are.
    private const double PlainShare = 0.5;

    /// <inheritdoc/>
    public Tensor Apply(Tensor images, double progress = 0)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        var draw = new Draw(images.size(0), images.device);
        var ink = Number.Of(1) - SymbolNet.Reduce(images);
        var ends = progress >= MildFrom;
        var strength = where(draw.Chance(ends ? 1 : MildShare), tensor(Mild, device: images.device), tensor(1f, device: images.device));
        ink = PenWidth.Change(Warp.Apply(ink, strength, draw), strength, draw);
        ink = where(Draw.Each(draw.Chance(ends ? PlainShare : 0)), ink, Camera.Take(InkAndPaper.Put(ink, draw), draw));
        return (Number.Of(1) - ink).clamp_(Number.Of(0), Number.Of(1)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"handwriting, mild from {MildFrom} on");
}
