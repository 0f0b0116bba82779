using System.Runtime.InteropServices;
using MathSymbols.Data;
using MathSymbols.Features;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Cli;

/// <summary>Turns an exception into the one sentence a person reads.</summary>
internal static class Sentence
{
    /// <summary>The sentence for an exception; one that the program does not know says so and names its type.</summary>
    /// <param name="exception">What ended the command.</param>
    public static string For(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions.Count: > 0 } many => For(many.InnerExceptions[0]),
        CommandException or DataException or FeatureException or RunException or SettingsException or TorchBackendException or TrainingException or TuningException or UnpairedPredictionsException or IOException => OneLine(exception.Message),
        _ when IsOutOfMemory(exception) => "there is too little memory for this: end other programs, or take smaller images, a smaller --batch-size or fewer --threads.",
        UnauthorizedAccessException => $"{OneLine(exception.Message)} Check the permissions, or name another folder.",
        _ => $"something went wrong that the program does not know ({exception.GetType().Name}: {OneLine(exception.Message)}); please report it.",
    };

    // LibTorch's own way of saying so, on the processor and on a GPU.
    private static bool IsOutOfMemory(Exception exception) => exception is OutOfMemoryException
        || (exception is ExternalException && (exception.Message.Contains("DefaultCPUAllocator", StringComparison.Ordinal) || exception.Message.Contains("out of memory", StringComparison.Ordinal)));

    /// <summary>A text on one line, with single spaces, and without what moves a terminal's cursor.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string text) => Printable.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
