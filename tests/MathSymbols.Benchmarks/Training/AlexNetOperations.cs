using MathSymbols.Figures;
using MathSymbols.Models;
using TorchSharp.Modules;

namespace MathSymbols.Benchmarks.Training;

/// <summary>Arithmetic operations that one image costs: a multiplication and an addition for each weight wherever it is applied. Only convolutions and linear layers count; the rest is below 1 %.</summary>
/// <param name="Forward">Of a pass forward.</param>
/// <param name="Training">
/// Of a training step: forward, gradient by weights and gradient by input cost the same, but the first layer's input, the image, needs no gradient.
/// </param>
internal sealed record AlexNetOperations(long Forward, long Training)
{
    public static AlexNetOperations Of(AlexNet model)
    {
        var layers = model.Summary().Layers.Where(IsProduct).Select(Forwards).ToList();
        var forward = layers.Sum();
        return new(forward, (3 * forward) - layers[0]);
    }

    // As the summary names types: "Conv2d, relu".
    private static bool IsProduct(LayerSummary layer) => layer.Type.Split(',')[0] is nameof(Conv2d) or nameof(Linear);

    // All parameters but one bias a channel are weights, and each is applied once at every position of the output [C, H, W].
    private static long Forwards(LayerSummary layer) => 2 * (layer.Parameters.Total - layer.Shape[0]) * layer.Shape.Skip(1).Aggregate(1L, (a, b) => a * b);
}
