using MathSymbols.Data;
using MathSymbols.Evaluation;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>
/// Asks after each epoch what the validation loss would be with the same weights but other BatchNorm statistics: gathered anew over
/// training images, or without the last, ragged batch of the epoch. Everything is put back afterwards.
/// </summary>
/// <param name="model">The model that is trained.</param>
/// <param name="sample">Training images for the new statistics, in batches of the training's size.</param>
/// <param name="validation">The validation images.</param>
public sealed class BatchNormProbe(nn.Module<Tensor, Tensor> model, BatchLoader sample, BatchLoader validation) : ITrainingCallback, IDisposable
{
    /// <summary>Validation loss with statistics gathered anew over training images.</summary>
    public const string ReestimatedLoss = "val_loss_reestimated";

    /// <summary>Validation accuracy with statistics gathered anew over training images.</summary>
    public const string ReestimatedAccuracy = "val_accuracy_reestimated";

    /// <summary>Validation loss without what the epoch's ragged last batch did to the statistics; missing when it was whole.</summary>
    public const string WithoutRaggedLoss = "val_loss_without_ragged";

    /// <summary>Validation accuracy without what the epoch's ragged last batch did to the statistics; missing when it was whole.</summary>
    public const string WithoutRaggedAccuracy = "val_accuracy_without_ragged";

    private readonly List<NormBase> _norms = [.. model.modules().OfType<NormBase>()];

    private BatchNormStatistics? _beforeRagged;

    /// <inheritdoc/>
    public void BatchStarting(int batch, int batches, int images)
    {
        if (batch != batches || images == sample.BatchSize) return;
        Dispose();
        _beforeRagged = new(_norms);
    }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, double>> EpochDone(EpochResult epoch, CancellationToken cancellation)
    {
        var found = new List<KeyValuePair<string, double>>();
        var own = new BatchNormStatistics(_norms);
        try
        {
            Reestimate(cancellation);
            Measure(ReestimatedLoss, ReestimatedAccuracy);
            if (_beforeRagged is not null)
            {
                _beforeRagged.Restore();
                Measure(WithoutRaggedLoss, WithoutRaggedAccuracy);
            }
        }
        finally
        {
            own.Restore();
            own.Dispose();
            Dispose();
        }

        return found;

        void Measure(string lossName, string accuracyName)
        {
            var measured = Evaluator.Evaluate(model, validation, cancellation);
            if (double.IsFinite(measured.Loss)) found.Add(new(lossName, measured.Loss));
            found.Add(new(accuracyName, measured.Accuracy));
        }
    }

    /// <summary>Frees what an interrupted epoch has left.</summary>
    public void Dispose()
    {
        _beforeRagged?.Dispose();
        _beforeRagged = null;
    }

    // The mean over batches of what each batch normalizes itself by: a momentum of 1/k at the k-th batch.
    private void Reestimate(CancellationToken cancellation)
    {
        using var noGradient = no_grad();
        var momenta = _norms.Select(n => n.momentum).ToList();
        model.train();
        try
        {
            var k = 0;
            foreach (var batch in sample.Epoch(cancellation: cancellation))
            {
                using var owned = batch;
                if (batch.Count < sample.BatchSize && k > 0) continue;
                using var scope = NewDisposeScope();
                k++;
                foreach (var norm in _norms) norm.momentum = 1.0 / k;
                model.forward(batch.Images);
            }
        }
        finally
        {
            for (var i = 0; i < _norms.Count; i++) _norms[i].momentum = momenta[i];
            model.eval();
        }
    }
}
