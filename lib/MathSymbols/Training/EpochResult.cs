using System.Collections.ObjectModel;

namespace MathSymbols.Training;

/// <summary>What one pass over the training images gave, under the names Keras uses.</summary>
/// <param name="Epoch">The epoch's number, from 1.</param>
/// <param name="Loss">Mean cross-entropy over the training images as the model was shown them, labels smoothed if they were, in nats, while the weights still moved.</param>
/// <param name="Accuracy">Share of training images classified correctly as the model was shown them, 0 to 1, while the weights still moved.</param>
/// <param name="ValidationLoss">Mean cross-entropy over the validation images after the epoch.</param>
/// <param name="ValidationAccuracy">Share of validation images classified correctly after the epoch.</param>
/// <param name="LearningRate">The optimizer's learning rate in the epoch's last step.</param>
/// <param name="Seconds">Wall time of the epoch, validation included.</param>
/// <param name="ImagesPerSecond">Training images a second, validation not counted.</param>
public sealed record EpochResult(
    int Epoch,
    double Loss,
    double Accuracy,
    double ValidationLoss,
    double ValidationAccuracy,
    double LearningRate,
    double Seconds,
    double ImagesPerSecond)
{
    /// <summary>What callbacks measured besides, by name; empty when there are none.</summary>
    public IReadOnlyDictionary<string, double> Extra { get; init; } = ReadOnlyDictionary<string, double>.Empty;
}
