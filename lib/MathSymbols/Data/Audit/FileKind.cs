namespace MathSymbols.Data.Audit;

/// <summary>What can be told of an image file without looking at the picture.</summary>
/// <param name="Format">See <see cref="ImageFacts.Format"/>.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record FileKind(string Format, int Width, int Height)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Format} {Width} × {Height}");
}
