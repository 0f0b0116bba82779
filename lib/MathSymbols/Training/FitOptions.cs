using MathSymbols.Data;
using MathSymbols.Training.Augmentation;

namespace MathSymbols.Training;

/// <summary>How a model is trained.</summary>
/// <param name="Epochs">The number of the last epoch, at least 1.</param>
public sealed record FitOptions(int Epochs)
{
    /// <summary>Epochs that count as done before, as Keras' initial_epoch; 0 or more, below <see cref="Epochs"/>.</summary>
    public int InitialEpoch { get; init; }

    /// <summary>Seeds what is random within an epoch, such as dropout, 0 or more.</summary>
    public int Seed { get; init; } = 1001;

    /// <summary>Sets the optimizer's learning rate before each step; null to leave it alone. Then a longer run does not begin as a shorter one.</summary>
    public ILearningRateSchedule? Schedule { get; init; }

    /// <summary>What is done to each batch of training images first; null to take them as they are. Validation images are never changed.</summary>
    public IAugmentation? Augmentation { get; init; }

    /// <summary>
    /// The share of a training image's label that is spread evenly over all classes (Szegedy et al., CVPR 2016), 0 or more and below 1. It counts in the training loss, not in the validation loss.
    /// </summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Ends training early; null to run all epochs.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>Keeps a copy of the weights of the epoch that is best by this metric; null to keep none, unless early stopping wants it.</summary>
    public EpochMetric? KeepBest { get; init; }

    /// <summary>
    /// Training images over which BatchNorm's statistics are gathered anew before each validation and at the end, with the weights as they are; null to use the
    /// running ones, as Keras does. It changes what is measured, not what is learned.
    /// </summary>
    public BatchLoader? SettleOn { get; init; }

    /// <summary>Where each epoch is saved, and from where an interrupted run goes on; null to save nothing.</summary>
    public CheckpointFolder? Checkpoints { get; init; }

    /// <summary>What the run is done on, for its <see cref="TrainingSegment"/>.</summary>
    public string Machine { get; init; } = "";

    /// <summary>Asked during training, in order.</summary>
    public IReadOnlyList<ITrainingCallback> Callbacks { get; init; } = [];

    /// <summary>Told on the training thread when training begins, about once a second, and after each epoch.</summary>
    public Action<TrainingProgress>? Progress { get; init; }

    internal EpochMetric? Kept => KeepBest ?? (EarlyStopping is { RestoreBest: true } stopping ? stopping.Monitor : null);
}
