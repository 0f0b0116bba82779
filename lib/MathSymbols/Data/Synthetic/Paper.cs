namespace MathSymbols.Data.Synthetic;

/// <summary>The image a symbol is written on.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="IsPng">PNG with an alpha channel that is opaque throughout; otherwise JPEG.</param>
/// <param name="Weight">How common it is among the papers of its format.</param>
internal sealed record Paper(int Width, int Height, bool IsPng, double Weight)
{
    private static readonly Paper Large = new(400, 400, IsPng: true, Weight: 1);

    private static readonly Paper[] Small =
    [
        new(155, 135, IsPng: false, Weight: 66),
        new(150, 135, IsPng: false, Weight: 18),
        new(155, 140, IsPng: false, Weight: 8),
        new(155, 137, IsPng: false, Weight: 6),
        new(150, 140, IsPng: false, Weight: 2),
    ];

    /// <summary>The file name's ending, with the dot.</summary>
    public string Extension => IsPng ? ".png" : ".jpg";

    public static Paper Choose(SymbolLayout layout, SampleRandom random) =>
        random.Chance(layout.PngShare) ? Large : random.Pick(Small, paper => paper.Weight);
}
