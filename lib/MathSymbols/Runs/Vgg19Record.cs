using MathSymbols.Models;
using MathSymbols.Tuning;

namespace MathSymbols.Runs;

/// <summary>What the records of VGG19's heads have in common.</summary>
public static class Vgg19Record
{
    /// <summary>The hyper-parameter for what is done to an image before VGG19.</summary>
    public const string Preprocessing = "preprocessing";

    /// <summary>The setting in which a record keeps <see cref="Vgg19Base.Digest"/>.</summary>
    public const string Base = "base";

    private const string Untrained = "The base is not trained";

    /// <summary>What tells a notebook's run from others of the same notebook.</summary>
    /// <param name="notebook">The notebook's name.</param>
    /// <param name="network">The base.</param>
    /// <param name="size">Height and width of the images in pixels.</param>
    public static IReadOnlyDictionary<string, string> Identity(string notebook, Vgg19Base network, int size)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new Dictionary<string, string> { ["notebook"] = notebook, [RunArchitecture.ImageSize] = $"{size}", [Base] = network.Digest, [Preprocessing] = network.Preprocessing.Word() };
    }

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
        return new((Preprocessing, network.Preprocessing.Word()), ("learning_rate", KerasDefaults.LearningRate), ("dropout", 0.5));
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
