using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>What an image's random numbers depend on, and nothing else: not on the order in which images are changed.</summary>
/// <param name="Seed">The table's seed.</param>
/// <param name="Path">The image's path relative to its folder, with '/'.</param>
public readonly record struct ImageDraw(int Seed, string Path)
{
    /// <summary>A perturbation's own numbers for the image, from their beginning.</summary>
    internal SampleRandom For(string perturbation) => new(Seed, $"{perturbation}/{Path}", index: 0);
}
