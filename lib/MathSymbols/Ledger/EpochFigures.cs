using MathSymbols.Evaluation;
using MathSymbols.Runs;

namespace MathSymbols.Ledger;

/// <summary>A training epoch by epoch.</summary>
internal static class EpochFigures
{
    /// <summary>The figures of a run.</summary>
    /// <param name="model">What their ids start with: alexnet, vgg19.</param>
    /// <param name="run">The run.</param>
    /// <param name="said">What it says of its images after the last epoch.</param>
    public static IEnumerable<(string Id, Measured Value)> Of(string model, StoredRun run, SaidOf said)
    {
        var (history, validation) = (run.Record.History, run.Record.Data.Validation);
        foreach (var epoch in history.Epochs)
        {
            var id = $"{model}-epochs/{epoch.Epoch}";
            yield return ($"{id}/loss", Measured.Within(epoch.Loss, null));
            yield return ($"{id}/accuracy", Measured.Within(epoch.Accuracy, null));
            yield return ($"{id}/val_loss", epoch == history.Last ? Last(epoch.ValidationLoss, said) : Measured.Within(epoch.ValidationLoss, null, "How far a loss may lie is known for a run's last epoch only, of which every image's is kept."));
            yield return ($"{id}/val_accuracy", Measured.Share((long)Math.Round(epoch.ValidationAccuracy * validation), Math.Max(1, validation)));
        }
    }

    private static Measured Last(double loss, SaidOf said)
    {
        Interval? interval = MeanLoss.Around(loss, said.Of(RunSet.Validation));
        return Measured.Within(loss, interval, interval is null ? said.Why ?? "There are too few images to say how far it may lie." : null);
    }
}
