using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;

namespace MathSymbols.Cli.Training;

/// <summary>What makes a training run what it is, whatever the model.</summary>
internal static class TrainingIdentity
{
    /// <summary>Names and values, to which a model adds its own.</summary>
    public static Dictionary<string, string> Of(string model, Dataset data, Settings settings, int batchSize, int size, int trainImages, int validationImages, EarlyStopping? stopping) => new()
    {
        ["model"] = model,
        ["data"] = data.Pixels.Fingerprint,
        ["split"] = data.Split.Name,
        ["seed"] = $"{settings.Seed}",
        ["batch-size"] = $"{batchSize}",
        [RunArchitecture.ImageSize] = $"{size}",
        ["train-images"] = $"{trainImages}",
        ["validation-images"] = $"{validationImages}",
        ["early-stopping"] = stopping?.ToString() ?? "none",
    };
}
