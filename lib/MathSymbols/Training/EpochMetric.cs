namespace MathSymbols.Training;

/// <summary>One of the four numbers that an epoch is judged by.</summary>
public enum EpochMetric
{
    /// <summary>Loss on the training images; lower is better.</summary>
    Loss,

    /// <summary>Accuracy on the training images; higher is better.</summary>
    Accuracy,

    /// <summary>Loss on the validation images; lower is better.</summary>
    ValidationLoss,

    /// <summary>Accuracy on the validation images; higher is better.</summary>
    ValidationAccuracy,
}
