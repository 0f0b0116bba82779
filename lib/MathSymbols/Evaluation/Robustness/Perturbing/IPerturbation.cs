using MathSymbols.Data;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>A way in which an image may differ from those that were trained on, in fixed steps from mild to strong.</summary>
public interface IPerturbation
{
    /// <summary>What it is called, in a word or two.</summary>
    string Name { get; }

    /// <summary>The steps' names, from mild to strong.</summary>
    IReadOnlyList<string> Steps { get; }

    /// <summary>The image changed by a step, at the same size. The same arguments give the same bytes, whatever was changed before.</summary>
    /// <param name="image">The image, dark ink on light paper.</param>
    /// <param name="level">Index into <see cref="Steps"/>.</param>
    /// <param name="draw">From what is drawn that is left to chance, such as a direction. It is the same at every step, so that an image's steps differ in strength alone.</param>
    PixelImage Apply(PixelImage image, int level, ImageDraw draw);
}
