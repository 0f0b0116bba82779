using MathSymbols.Classification;

namespace MathSymbols.Cli.Predict;

/// <summary>What came out for one input.</summary>
/// <param name="Name">The input's name.</param>
/// <param name="Prediction">What the classifier says; null when the image cannot be read.</param>
/// <param name="Error">Why there is no prediction; null when there is one.</param>
internal sealed record PredictionOutput(string Name, SymbolPrediction? Prediction, string? Error);
