using MathSymbols.Models;

namespace MathSymbols.Figures;

/// <summary>One row of a <see cref="ModelSummary"/>.</summary>
/// <param name="Name">The layer's name in the model.</param>
/// <param name="Type">What it is, with the activation that follows it: "Conv2d, relu".</param>
/// <param name="Shape">The shape of what it gives for one image, without the batch: (96, 54, 54) for [N, 96, 54, 54].</param>
/// <param name="Parameters">How many numbers it holds.</param>
public sealed record LayerSummary(string Name, string Type, IReadOnlyList<long> Shape, ParameterCount Parameters)
{
    /// <summary>The shape with the batch in front: "[N, 96, 54, 54]".</summary>
    public string ShapeText => $"[{string.Join(", ", Shape.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)).Prepend("N"))}]";
}
