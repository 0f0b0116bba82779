using MathSymbols.Evaluation;

namespace MathSymbols.Runs;

/// <summary>What a classifier says of one image.</summary>
/// <param name="Path">The image, relative to the data folder, with '/'.</param>
/// <param name="Set">One of <see cref="RunSet"/>.</param>
/// <param name="Truth">Index of its class.</param>
/// <param name="Probabilities">One value a class, 0 to 1.</param>
public sealed record Prediction(string Path, string Set, int Truth, IReadOnlyList<float> Probabilities) : IPrediction;
