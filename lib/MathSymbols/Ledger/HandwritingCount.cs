namespace MathSymbols.Ledger;

/// <summary>How many own handwritten images a classifier has right, for each of two ways to bring an image to the network's size.</summary>
/// <param name="Squashed">Right when the whole image is squashed, as the report does.</param>
/// <param name="Cropped">Right when it is cropped to the symbol first.</param>
/// <param name="Images">How many images there are.</param>
public sealed record HandwritingCount(int Squashed, int Cropped, int Images);
