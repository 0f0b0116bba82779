using System.Text.Json.Nodes;
using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>A finished trial as JSON.</summary>
public static class TrialFormat
{
    /// <summary>Writes a trial with its outcome and history.</summary>
    /// <param name="finished">The trial.</param>
    public static JsonObject ToJson(FinishedTrial finished)
    {
        ArgumentNullException.ThrowIfNull(finished);
        var trial = finished.Trial;
        return new()
        {
            ["number"] = trial.Number,
            ["hyper_parameters"] = trial.HyperParameters.ToJson(),
            ["bracket"] = trial.Bracket,
            ["round"] = trial.Round,
            ["initial_epoch"] = trial.InitialEpoch,
            ["epochs"] = trial.Epochs,
            ["warm_start_from"] = trial.WarmStartFrom,
            ["score"] = finished.Outcome.Score,
            ["failure"] = finished.Outcome.Failure,
            ["best_epoch"] = finished.BestEpoch,
            ["seconds"] = finished.Seconds,
            ["history"] = HistoryFormat.ToJson(finished.History),
        };
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">An object.</param>
    /// <param name="space">The space the trial was drawn from.</param>
    /// <exception cref="FormatException">It is no such object.</exception>
    public static FinishedTrial FromJson(JsonNode? json, SearchSpace space)
    {
        ArgumentNullException.ThrowIfNull(space);
        if (json is not JsonObject row || row["hyper_parameters"] is not JsonObject values) throw new FormatException("a trial is an object with hyper_parameters");
        try
        {
            var trial = new Trial(row["number"]!.GetValue<int>(), space.Parse(values), row["bracket"]!.GetValue<int>(), row["round"]!.GetValue<int>(),
                row["initial_epoch"]!.GetValue<int>(), row["epochs"]!.GetValue<int>(), row["warm_start_from"]?.GetValue<int>());
            var outcome = row["score"] is { } score ? TrialOutcome.Completed(score.GetValue<double>()) : TrialOutcome.Failed(row["failure"]!.GetValue<string>());
            return new(trial, outcome, HistoryFormat.FromJson(row["history"]), row["best_epoch"]?.GetValue<int>(), row["seconds"]!.GetValue<double>());
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new FormatException("a number or a text of the trial is missing or of another kind", e);
        }
    }
}
