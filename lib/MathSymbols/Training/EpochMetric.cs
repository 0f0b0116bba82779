namespace MathSymbols.Training;

/// <summary>A number that epochs are compared by: one of Keras' four.</summary>
public sealed record EpochMetric
{
    private readonly Func<EpochResult, double> _value;

    private EpochMetric(string name, bool higherIsBetter, Func<EpochResult, double> value) => (Name, HigherIsBetter, _value) = (name, higherIsBetter, value);

    /// <summary>Loss on the training images.</summary>
    public static EpochMetric Loss { get; } = new("loss", false, e => e.Loss);

    /// <summary>Accuracy on the training images.</summary>
    public static EpochMetric Accuracy { get; } = new("accuracy", true, e => e.Accuracy);

    /// <summary>Loss on the validation images.</summary>
    public static EpochMetric ValidationLoss { get; } = new("val_loss", false, e => e.ValidationLoss);

    /// <summary>Accuracy on the validation images.</summary>
    public static EpochMetric ValidationAccuracy { get; } = new("val_accuracy", true, e => e.ValidationAccuracy);

    /// <summary>Its name, as Keras has it.</summary>
    public string Name { get; }

    /// <summary>True for an accuracy, false for a loss.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>Its value in an epoch.</summary>
    /// <param name="epoch">The epoch.</param>
    public double Of(EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        return _value(epoch);
    }

    /// <summary>The best epoch of a history, the earliest of equals; null when there is none.</summary>
    /// <param name="history">The history.</param>
    public EpochResult? Best(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return HigherIsBetter ? history.Epochs.MaxBy(_value) : history.Epochs.MinBy(_value);
    }

    /// <summary>Metrics are the same when their names are.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(EpochMetric? other) => other is not null && other.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
