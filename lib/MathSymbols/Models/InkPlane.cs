using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>What stands on the paper, whatever the paper's brightness and the ink's: 0 is paper, 1 the strongest ink. Paper is what most of the image is: where ink covers half of it, the two change places.</summary>
internal static class InkPlane
{
    // Paper that is not quite even shows on the other side of its median, too; more than this is no paper.
    private const double LeastInk = -0.5;

    // A blank sheet has no ink to be made stronger.
    private const double LeastContrast = 0.05;

    /// <summary>Ink [N, 1, H, W] of grey images [N, 1, H, W] in 0…1, dark on light or light on dark.</summary>
    public static Tensor Of(Tensor grey)
    {
        using var scope = NewDisposeScope();
        var flat = grey.flatten(1);
        var paper = flat.kthvalue((flat.size(1) + 1) / 2, 1, keepdim: true).values;
        var ink = flat - paper;

        // Ink is a few pixels far from the paper: cubed, they outweigh the many that are near, and say on which side it lies.
        ink *= ink.pow(Number.Of(3)).sum([1], keepdim: true).sign();
        ink = (ink / ink.amax([1], keepdim: true).clamp_min(Number.Of(LeastContrast))).clamp(Number.Of(LeastInk), Number.Of(1));
        return ink.view(grey.shape).MoveToOuterDisposeScope();
    }

    /// <summary>1 for an image on which something stands out, 0 for a blank sheet; [N, 1].</summary>
    public static Tensor IsThere(Tensor grey)
    {
        using var scope = NewDisposeScope();
        var flat = grey.flatten(1);
        return (flat.amax([1], keepdim: true) - flat.amin([1], keepdim: true) >= Number.Of(LeastContrast)).to(grey.dtype).MoveToOuterDisposeScope();
    }
}
