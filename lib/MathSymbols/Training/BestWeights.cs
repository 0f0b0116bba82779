using TorchSharp;

namespace MathSymbols.Training;

/// <summary>The weights of a run's best epoch: beside its checkpoint if it has one, so that they outlive the process, else in memory.</summary>
internal sealed class BestWeights(torch.nn.Module model, EpochMetric metric, CheckpointFolder? folder) : IDisposable
{
    private WeightSnapshot? _snapshot;

    /// <summary>What makes an epoch the best.</summary>
    public EpochMetric Metric => metric;

    /// <summary>Copies the model's weights if the last epoch is the best.</summary>
    public void Keep(History history)
    {
        if (metric.Best(history) != history.Last) return;
        if (folder is not null)
        {
            folder.SaveBest(model, history.Last.Epoch);
            return;
        }

        _snapshot?.Dispose();
        _snapshot = new(model);
    }

    /// <summary>Deletes the copies of earlier epochs, once a checkpoint no longer counts on them.</summary>
    public void Clean(History history) => folder?.CleanBest(metric.Best(history)!.Epoch);

    /// <summary>Gives the model the best epoch's weights.</summary>
    public void Restore(EpochResult epoch)
    {
        if (folder is not null) folder.LoadBest(model, epoch.Epoch);
        else _snapshot!.CopyTo(model);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _snapshot?.Dispose();
        _snapshot = null;
    }
}
