using MathSymbols.Data;
using MathSymbols.Evaluation;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>
/// Asks after each epoch what the validation loss is for the same weights with different BatchNorm statistics: the running ones, those
/// gathered anew over training images, and the running ones without the last, ragged batch of the epoch. Everything is put back afterwards.
/// </summary>
/// <param name="model">The model that is trained.</param>
/// <param name="sample">Training images for the new statistics, in batches of the training's size.</param>
/// <param name="validation">The validation images.</param>
public sealed class BatchNormProbe(nn.Module<Tensor, Tensor> model, BatchLoader sample, BatchLoader validation) : ITrainingCallback, IDisposable
{
    /// <summary>Validation loss with running statistics; missing where the epoch's own validation loss is that.</summary>
    public const string RunningLoss = "val_loss_running";

    /// <summary>Validation accuracy with running statistics; missing where the epoch's own validation accuracy is that.</summary>
    public const string RunningAccuracy = "val_accuracy_running";

    /// <summary>Validation loss with statistics gathered anew over training images.</summary>
    public const string ReestimatedLoss = "val_loss_reestimated";

    /// <summary>Validation accuracy with statistics gathered anew over training images.</summary>
    public const string ReestimatedAccuracy = "val_accuracy_reestimated";

    /// <summary>Validation loss without what the epoch's ragged last batch did to the statistics; missing when it was whole.</summary>
    public const string WithoutRaggedLoss = "val_loss_without_ragged";

    /// <summary>Validation accuracy without what the epoch's ragged last batch did to the statistics; missing when it was whole.</summary>
    public const string WithoutRaggedAccuracy = "val_accuracy_without_ragged";

    private readonly IReadOnlyList<NormBase> _norms = BatchNormGathering.Layers(model);

    private BatchNormStatistics? _beforeRagged;

    /// <summary>True when the epoch's own validation is done with statistics gathered anew; see <see cref="FitOptions.SettleOn"/>.</summary>
    public bool ValidatesSettled { get; init; }

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
        ArgumentNullException.ThrowIfNull(epoch);
        var found = new List<KeyValuePair<string, double>>();
        var own = new BatchNormStatistics(_norms);
        try
        {
            if (ValidatesSettled)
            {
                Measure(RunningLoss, RunningAccuracy);
                found.Add(new(ReestimatedLoss, epoch.ValidationLoss));
                found.Add(new(ReestimatedAccuracy, epoch.ValidationAccuracy));
            }
            else
            {
                BatchNormGathering.Run(model, _norms, sample, cancellation);
                Measure(ReestimatedLoss, ReestimatedAccuracy);
            }

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
}
