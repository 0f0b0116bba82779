namespace MathSymbols.Training;

/// <summary>Looks on while a model is trained. It leaves weights, statistics and modes as it found them.</summary>
public interface ITrainingCallback
{
    /// <summary>Called before each batch.</summary>
    /// <param name="batch">The batch's number in the epoch, from 1.</param>
    /// <param name="batches">Batches an epoch.</param>
    /// <param name="images">Images in the batch; the last may have fewer than the others.</param>
    void BatchStarting(int batch, int batches, int images)
    {
    }

    /// <summary>Called after an epoch and its validation.</summary>
    /// <param name="epoch">What the epoch gave.</param>
    /// <param name="cancellation">Ends a long measurement.</param>
    /// <returns>Numbers to be kept in <see cref="EpochResult.Extra"/>, by name; finite.</returns>
    IEnumerable<KeyValuePair<string, double>> EpochDone(EpochResult epoch, CancellationToken cancellation) => [];
}
