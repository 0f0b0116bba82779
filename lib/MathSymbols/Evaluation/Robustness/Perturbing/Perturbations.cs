namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>The perturbations that classifiers are measured with.</summary>
public static class Perturbations
{
    /// <summary>The whole table: 12 perturbations of 3 to 5 steps, 43 in all. At the strongest a person still reads the symbol.</summary>
    public static IReadOnlyList<IPerturbation> All { get; } =
    [
        new Rotation(),
        new Shift(),
        new Scaling("smaller", [("0.85 ×", 0.85), ("0.7 ×", 0.7), ("0.5 ×", 0.5)]),
        new Scaling("larger", [("1.15 ×", 1.15), ("1.3 ×", 1.3), ("1.45 ×", 1.45)]),
        new ThinPen(),
        new ThickPen(),
        new Blur(),
        new Noise(),
        new Jpeg(),
        new PaperColour(),
        new InkColour(),
        new Shadow(),
    ];
}
