using System.Text.Json.Nodes;
using MathSymbols.Runs;
using MathSymbols.Tuning;

namespace MathSymbols.Ledger;

/// <summary>One trial of a search, as a run's record keeps it.</summary>
/// <param name="Activation">Its activation.</param>
/// <param name="LearningRate">Its learning rate.</param>
/// <param name="Round">Its round in the bracket, from 0; above 0 it was promoted.</param>
/// <param name="Epochs">The number of its last epoch.</param>
/// <param name="Score">Its best validation accuracy; null when it failed.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record TrialRecord(string Activation, double LearningRate, int Round, int Epochs, double? Score, double Seconds)
{
    /// <summary>The trials that can be read, in the order in which they were trained; none when there was no search.</summary>
    public static IReadOnlyList<TrialRecord> Of(RunRecord record) => [.. (record.Search ?? []).Select(Read).OfType<TrialRecord>()];

    private static TrialRecord? Read(JsonNode? json)
    {
        try
        {
            return json is JsonObject trial && trial["hyper_parameters"] is JsonObject values
                ? new(values[AlexNetSearch.Activation]!.GetValue<string>(), values[AlexNetSearch.LearningRate]!.GetValue<double>(), trial["round"]!.GetValue<int>(), trial["epochs"]!.GetValue<int>(), trial["score"]?.GetValue<double>(), trial["seconds"]!.GetValue<double>())
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException or FormatException)
        {
            return null; // Of another kind of search.
        }
    }
}
