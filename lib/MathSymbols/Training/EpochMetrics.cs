namespace MathSymbols.Training;

/// <summary>Reads and compares epochs by a metric.</summary>
public static class EpochMetrics
{
    /// <summary>The metric's value in an epoch.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="epoch">The epoch.</param>
    public static double Of(this EpochMetric metric, EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        return metric switch
        {
            EpochMetric.Loss => epoch.Loss,
            EpochMetric.Accuracy => epoch.Accuracy,
            EpochMetric.ValidationLoss => epoch.ValidationLoss,
            EpochMetric.ValidationAccuracy => epoch.ValidationAccuracy,
            _ => throw new ArgumentOutOfRangeException(nameof(metric)),
        };
    }

    /// <summary>The best epoch of a history, the earliest of equals; null when there is none.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="history">The history.</param>
    public static EpochResult? Best(this EpochMetric metric, History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return metric is EpochMetric.Loss or EpochMetric.ValidationLoss ? history.Epochs.MinBy(e => metric.Of(e)) : history.Epochs.MaxBy(e => metric.Of(e));
    }

    /// <summary>The metric's name in Keras.</summary>
    /// <param name="metric">The metric.</param>
    public static string KerasName(this EpochMetric metric) => metric switch
    {
        EpochMetric.Loss => "loss",
        EpochMetric.Accuracy => "accuracy",
        EpochMetric.ValidationLoss => "val_loss",
        EpochMetric.ValidationAccuracy => "val_accuracy",
        _ => throw new ArgumentOutOfRangeException(nameof(metric)),
    };
}
