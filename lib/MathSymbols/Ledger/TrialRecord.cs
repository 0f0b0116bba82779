using System.Text.Json.Nodes;
using MathSymbols.Runs;
using MathSymbols.Runtime;
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
    // What a score times the images may be off a whole number.
    private const double Whole = 1e-3;

    /// <summary>The trials that can be read, in the order in which they were trained; none when there was no search.</summary>
    public static IReadOnlyList<TrialRecord> Of(RunRecord record) => [.. (record.Search ?? []).Select(Read).OfType<TrialRecord>()];

    /// <summary>
    /// How many images a search's trials were validated on. In the full profile they are those of the training that follows; the quick profile's search has fewer, and no record says how many.
    /// </summary>
    /// <returns>Null when it is not known, or when a score is not a share of so many images.</returns>
    public static long? ValidationImages(RunRecord record, IReadOnlyList<TrialRecord> trials)
    {
        var images = record.Data.Validation;
        return record.Profile == Profile.Full && images > 0 && trials.All(t => t.Score is not { } score || Math.Abs(score * images - Math.Round(score * images)) < Whole) ? images : null;
    }

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
