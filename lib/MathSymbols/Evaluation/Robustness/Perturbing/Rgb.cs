namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>A colour.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>A grey.</summary>
    public static Rgb Grey(byte level) => new(level, level, level);
}
