using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>A perturbation whose steps are strengths of one kind.</summary>
/// <typeparam name="TStrength">A number, or a colour.</typeparam>
/// <param name="name">What it is called.</param>
/// <param name="steps">Names and strengths, from mild to strong.</param>
internal abstract class Perturbation<TStrength>(string name, IReadOnlyList<(string Name, TStrength Strength)> steps) : IPerturbation
{
    public string Name => name;

    public IReadOnlyList<string> Steps { get; } = [.. steps.Select(s => s.Name)];

    public PixelImage Apply(PixelImage image, int level, ImageDraw draw)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Change(image, steps[level].Strength, draw.For(name));
    }

    /// <summary>The image changed so strongly, at the same size.</summary>
    internal abstract PixelImage Change(PixelImage image, TStrength strength, SampleRandom random);

    /// <summary>The side in pixels that lengths are shares of: of the square that has as many pixels.</summary>
    protected static double Side(PixelImage image) => Math.Sqrt((double)image.Width * image.Height);
}
