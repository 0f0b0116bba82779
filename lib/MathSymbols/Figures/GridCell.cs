using MathSymbols.Data;

namespace MathSymbols.Figures;

/// <summary>One image of an <see cref="ImageGrid"/>.</summary>
/// <param name="Image">The image.</param>
/// <param name="Label">What stands under it.</param>
/// <param name="Below">A second line; null for none.</param>
/// <param name="Tone">How frame and second line are coloured.</param>
internal sealed record GridCell(PixelImage Image, string Label, string? Below = null, GridTone Tone = GridTone.Plain);
