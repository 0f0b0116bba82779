using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>One image of someone's own.</summary>
/// <param name="File">Its name in the folder.</param>
/// <param name="Image">The image.</param>
/// <param name="Truth">Its class; null when it is not known.</param>
public sealed record OwnImage(string File, PixelImage Image, string? Truth);
