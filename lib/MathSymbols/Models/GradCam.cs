using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>Where a SymbolNet has looked: Grad-CAM (Selvaraju et al., ICCV 2017) over its last maps.</summary>
internal static class GradCam
{
    /// <summary>How much each place speaks for a class, [N, 6, 6] in 0…1, the strongest place of an image 1 (or all 0, where nothing speaks for it).</summary>
    /// <param name="model">The model, in evaluation mode.</param>
    /// <param name="images">[N, C, H, W] in 0…1.</param>
    /// <param name="classes">The class asked for, [N].</param>
    public static Tensor Of(SymbolNet model, Tensor images, Tensor classes)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var maps = model.Maps(SymbolNet.Ink(images)).detach();
        var weights = Gradient(model, maps, classes).mean([2, 3], keepdim: true);
        var sum = (weights * maps).sum(1).relu();
        return (sum / sum.amax([1, 2], keepdim: true).clamp_min(Number.Of(1e-12))).detach().MoveToOuterDisposeScope();
    }

    // Of the classes' logits, by the maps.
    private static Tensor Gradient(SymbolNet model, Tensor maps, Tensor classes)
    {
        using var withGradient = enable_grad();
        maps.requires_grad_(true);
        return autograd.grad([model.Logits(maps).gather(1, classes.unsqueeze(1)).sum()], [maps])[0];
    }
}
