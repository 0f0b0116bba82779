namespace MathSymbols.Data.Audit;

/// <summary>An image whose label may be wrong.</summary>
/// <param name="Image">Its index into <see cref="ImageFolder.Files"/>.</param>
/// <param name="Suggested">The class it probably belongs to, another than its label.</param>
/// <param name="Given">The probability of its label, 0 to 1.</param>
/// <param name="Other">The probability of <paramref name="Suggested"/>, 0 to 1.</param>
/// <param name="Margin">The probability of its label less the largest other one, −1 to 1: the smaller, the more suspicious.</param>
public sealed record LabelError(int Image, int Suggested, float Given, float Other, double Margin);
