namespace MathSymbols.Data.Audit;

/// <summary>An image with marks at its border.</summary>
/// <param name="Image">Its index into <see cref="ImageFolder.Files"/>.</param>
/// <param name="Marks">The marks, the largest first, at least one.</param>
public sealed record MarkedImage(int Image, IReadOnlyList<BorderMark> Marks);
