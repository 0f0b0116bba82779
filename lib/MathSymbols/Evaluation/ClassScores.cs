namespace MathSymbols.Evaluation;

/// <summary>One row of a <see cref="ClassificationReport"/>.</summary>
/// <param name="Name">A class, or what the row averages over.</param>
/// <param name="Precision">Of the images predicted as the class, the share that is of it.</param>
/// <param name="Recall">Of the images of the class, the share predicted as it.</param>
/// <param name="F1">The harmonic mean of precision and recall.</param>
/// <param name="Support">How many images are of the class.</param>
public sealed record ClassScores(string Name, double Precision, double Recall, double F1, long Support);
