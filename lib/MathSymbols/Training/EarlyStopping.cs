namespace MathSymbols.Training;

/// <summary>
/// Keras' EarlyStopping (keras.io/2.16/api/callbacks/early_stopping): ends training when a metric has not improved for a number of epochs.
/// What it decides follows from the history alone, so a resumed run decides as one that was never interrupted.
/// </summary>
/// <param name="Monitor">The metric that has to improve.</param>
/// <param name="Patience">Epochs without improvement after which training ends, at least 0.</param>
/// <param name="RestoreBest">True to end with the weights of the best epoch; false, as in the report, to end with those of the last.</param>
public sealed record EarlyStopping(EpochMetric Monitor, int Patience = 0, bool RestoreBest = false)
{
    /// <summary>"val_loss, patience 5", for records.</summary>
    public override string ToString() => $"{Monitor}, patience {Patience}{(RestoreBest ? ", best weights restored" : "")}";

    /// <summary>Whether training ends after the last epoch of a history.</summary>
    /// <param name="history">The epochs so far.</param>
    public bool StopsAfter(History history)
    {
        if (Monitor.Best(history) is not { } best) return false;
        var waited = history.Last.Epoch - best.Epoch;
        return waited >= Math.Max(1, Patience);
    }
}
