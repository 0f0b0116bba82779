namespace MathSymbols.Data;

/// <summary>A decoded image while its memory is held: opaque, upright.</summary>
/// <param name="pixels">Shape [H, W], a pixel's bytes in the order red, green, blue, alpha.</param>
/// <param name="facts">What the file is.</param>
internal readonly ref struct RgbaImage(ReadOnlySpan<byte> pixels, ImageFacts facts)
{
    public ReadOnlySpan<byte> Pixels { get; } = pixels;

    public ImageFacts Facts { get; } = facts;

    public int Width => Facts.Width;

    public int Height => Facts.Height;
}
