using MathSymbols.Models;
using MathSymbols.Tuning;

namespace MathSymbols.Runs;

/// <summary>What the records of VGG19's heads have in common.</summary>
public static class Vgg19Record
{
    private const string Untrained = "The base is not trained";

    /// <summary>Whether a run stood on a base that nobody trained, as its notes say.</summary>
    /// <param name="record">The run's record.</param>
    public static bool IsUntrained(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Notes.Any(n => n.StartsWith(Untrained, StringComparison.Ordinal));
    }

    /// <summary>What a head is trained with, for records.</summary>
    /// <param name="network">The base.</param>
    public static HyperParameters Values(Vgg19Base network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new(("preprocessing", network.Preprocessing.Word()), ("learning_rate", KerasDefaults.LearningRate), ("dropout", 0.5));
    }

    /// <summary>What a reader of a record should know of the base, a sentence each.</summary>
    /// <param name="network">The base.</param>
    public static IReadOnlyList<string> Notes(Vgg19Base network)
    {
        ArgumentNullException.ThrowIfNull(network);
        string[] notes = [network.Trained ? $"The base's weights are those of '{network.Source}'." : $"{Untrained} ({network.Source}): these numbers are not transfer learning."];
        return network.Note is { } note ? [.. notes, note] : notes;
    }
}
