namespace MathSymbols.Evaluation;

/// <summary>What a classifier says of each image.</summary>
/// <param name="Result">Loss and accuracy over all of them.</param>
/// <param name="Images">One entry an image, in the loader's order.</param>
public sealed record Predictions(EvaluationResult Result, IReadOnlyList<PredictedImage> Images);
