using System.Globalization;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli.Progress;

/// <summary>Shows a search: a line a trial, and the trial under way.</summary>
/// <param name="lines">Where it is shown.</param>
internal sealed class SearchLines(IProgressLines lines)
{
    private int? _told;

    public void Show(SearchProgress progress)
    {
        if (_told is null && progress.Finished.Count > 0) lines.Line($"{progress.Finished.Count} trials are finished already.");
        foreach (var trial in progress.Finished.Skip(_told ?? progress.Finished.Count)) lines.Line(Line(trial, progress));
        _told = progress.Finished.Count;
        if (progress.Running is not { } running || progress.Training is not { } training) return;
        var part = training.Epoch > 0 ? (double)training.Batch / training.Batches : 0;
        var done = training.History.Epochs.Count + part;
        lines.State($"trial {running.Number}, {running.HyperParameters}: {ProgressText.Running(training) ?? ProgressText.Title(training)}", done / (running.Epochs - running.InitialEpoch));
    }

    private static string Line(FinishedTrial finished, SearchProgress progress)
    {
        var trial = finished.Trial;
        var start = trial.WarmStartFrom is { } source ? $", from trial {source}" : "";
        var outcome = finished.Outcome.Score is { } score
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Objective} {score:0.0000}, best so far {progress.Best!.Outcome.Score:0.0000}")
            : $"failed: {finished.Outcome.Failure}";
        return string.Create(CultureInfo.InvariantCulture, $"trial {trial.Number}, bracket {trial.Bracket}, {trial.InitialEpoch} to {trial.Epochs} epochs{start}, {trial.HyperParameters}: {outcome}, {finished.Seconds:0.0} s");
    }
}
