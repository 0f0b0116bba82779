namespace MathSymbols.Evaluation;

/// <summary>What a classifier does on images it was not fitted to.</summary>
/// <param name="Loss">Mean cross-entropy, in nats.</param>
/// <param name="Accuracy">Share classified correctly, 0 to 1.</param>
/// <param name="Count">How many images.</param>
public sealed record EvaluationResult(double Loss, double Accuracy, int Count);
