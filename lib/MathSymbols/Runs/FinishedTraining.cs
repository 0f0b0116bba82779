using MathSymbols.Data;
using MathSymbols.Training;
using MathSymbols.Tuning;
using static TorchSharp.torch;

namespace MathSymbols.Runs;

/// <summary>A training that has come to its end, ready to be measured and recorded. It owns nothing.</summary>
/// <param name="Name">The model's name in records, in lower case: alexnet.</param>
/// <param name="Model">The trained model, with the weights of its last epoch.</param>
/// <param name="Trainer">The trainer, which has kept the best weights too.</param>
/// <param name="Options">How it was trained.</param>
/// <param name="Train">What it was trained on.</param>
/// <param name="HyperParameters">What it was trained with.</param>
/// <param name="Search">The search that found them; null when there was none.</param>
public sealed record FinishedTraining(
    string Name,
    nn.Module<Tensor, Tensor> Model,
    Trainer Trainer,
    FitOptions Options,
    BatchLoader Train,
    HyperParameters HyperParameters,
    SearchResult? Search = null)
{
    /// <summary>What a reader of the record should know besides, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What makes an epoch the best.</summary>
    public EpochMetric Metric => Options.Kept ?? EpochMetric.ValidationLoss;

    /// <summary>The best epoch.</summary>
    public EpochResult BestEpoch => Metric.Best(Trainer.History) ?? throw new InvalidOperationException("No epoch was trained.");
}
