namespace MathSymbols.Data.Audit;

/// <summary>Two images of which one is a copy of the other.</summary>
/// <param name="First">The lower index, into <see cref="ImageFolder.Files"/>.</param>
/// <param name="Second">The higher index.</param>
/// <param name="Kind">In what way.</param>
/// <param name="Likeness">How alike they are, pixel by pixel.</param>
public sealed record CopyPair(int First, int Second, CopyKind Kind, Likeness Likeness);
