using System.Globalization;
using System.Text.RegularExpressions;
using MathSymbols.Runs;
using MathSymbols.Training;

namespace MathSymbols.Ledger;

/// <summary>What sections III to V say of both trainings: epochs, batches, times, test images.</summary>
internal static partial class TrainingFigures
{
    /// <summary>The figures of a run.</summary>
    /// <param name="model">What their ids start with: alexnet, vgg19.</param>
    /// <param name="run">The run.</param>
    /// <param name="said">What it says of its images.</param>
    public static IEnumerable<(string Id, Measured Value)> Of(string model, StoredRun run, SaidOf said)
    {
        var record = run.Record;
        yield return ($"{model}/epochs-planned", Measured.Count(record.EpochsPlanned));
        yield return ($"{model}/epochs", Measured.Count(record.History.Epochs.Count));
        yield return ($"{model}/batches", Measured.Count(Batches(record.Data.Train, record.BatchSize)));
        yield return ($"{model}/test-batches", Measured.Count(Batches(record.Data.Test, record.BatchSize)));
        if (record.History.Epochs is [var first, ..] epochs)
        {
            var step = 1000 * first.Seconds / Math.Max(1, Batches(record.Data.Train, record.BatchSize));
            yield return ($"{model}/first-epoch-time", Seconds(first.Seconds));
            yield return ($"{model}/epoch-time", Seconds(epochs.Select(e => e.Seconds).Order().ElementAt((epochs.Count - 1) / 2)));
            yield return ($"{model}/step-time", Measured.Apart(string.Create(CultureInfo.InvariantCulture, $"{step:0}ms")));
        }

        if (record.Result(RunWeights.LastEpoch, RunSet.Test) is not { } test) yield break;
        yield return ($"{model}/test-loss", Measured.Within(test.Loss, MeanLoss.Around(test.Loss, said.Of(RunSet.Test)), said.Why));
        yield return ($"{model}/test-accuracy", Measured.Share(test.Correct, test.Count));
    }

    /// <summary>The patience of AlexNet's early stopping: the record's, else the one of the plan.</summary>
    public static Measured Patience(RunRecord record) => Measured.Count(
        Stopping().Match($"{record.Settings.GetValueOrDefault("early-stopping")} {record.StopReason}") is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : AlexNetPlan.EarlyStopping.Patience);

    private static Measured Seconds(double seconds) => Measured.Apart(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#}s"));

    private static long Batches(long images, int size) => (images + size - 1) / size;

    [GeneratedRegex(@"patience (\d{1,6})\b")]
    private static partial Regex Stopping();
}
