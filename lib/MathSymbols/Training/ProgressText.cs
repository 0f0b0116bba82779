using System.Globalization;

namespace MathSymbols.Training;

/// <summary>Says in words how far a training run is.</summary>
public static class ProgressText
{
    /// <summary>How many epochs are done: "Training: 3 of 100 epochs", and why it ended if it has.</summary>
    /// <param name="progress">The run.</param>
    public static string Title(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var done = progress.History.Epochs.Count > 0 ? progress.History.Last.Epoch : 0;
        return $"Training: {done} of {progress.Epochs} epochs{(progress.Stopped == StopReason.EarlyStopping ? ", ended by early stopping" : "")}";
    }

    /// <summary>The epoch under way: "epoch 4: batch 31 of 107, loss 0.4139, accuracy 0.8789, 80 images/s, at most 1 h 2 min left"; null when none is.</summary>
    /// <param name="progress">The run.</param>
    public static string? Running(TrainingProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (progress.Epoch == 0) return null;
        var left = progress.Remaining is { } remaining ? $", at most {Duration(remaining)} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch}: batch {progress.Batch} of {progress.Batches}, loss {progress.Loss:0.0000}, accuracy {progress.Accuracy:0.0000}, {progress.ImagesPerSecond:0} images/s{left}");
    }

    /// <summary>A finished epoch in one line, as Keras prints it.</summary>
    /// <param name="epoch">The epoch.</param>
    public static string Line(EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        return string.Create(CultureInfo.InvariantCulture, $"epoch {epoch.Epoch}: loss {epoch.Loss:0.0000}, accuracy {epoch.Accuracy:0.0000}, val_loss {epoch.ValidationLoss:0.0000}, val_accuracy {epoch.ValidationAccuracy:0.0000}, learning rate {epoch.LearningRate:G3}, {epoch.Seconds:0.0} s, {epoch.ImagesPerSecond:0} images/s");
    }

    /// <summary>A time span as a person says it: "45 s", "12 min", "3 h 5 min".</summary>
    /// <param name="span">The time span, not negative.</param>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalSeconds: < 59.5 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(span.TotalSeconds):0} s"),
        { TotalMinutes: < 59.5 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(span.TotalMinutes):0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(Math.Round(span.TotalMinutes) / 60):0} h {Math.Round(span.TotalMinutes) % 60:0} min"),
    };
}
