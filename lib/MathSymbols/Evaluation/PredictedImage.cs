namespace MathSymbols.Evaluation;

/// <summary>What a classifier says of one image.</summary>
/// <param name="Index">The image, in the folder's files.</param>
/// <param name="Label">Index of its class.</param>
/// <param name="Probabilities">One value a class, 0 to 1; they add up to 1.</param>
public sealed record PredictedImage(int Index, int Label, IReadOnlyList<float> Probabilities) : IPrediction
{
    int IPrediction.Truth => Label;
}
