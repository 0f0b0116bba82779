using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>The classifier that comes with the clone.</summary>
public static class SavedClassifier
{
    /// <summary>Its file's name in models/.</summary>
    public const string Name = "math-symbols-classifier.safetensors";

    /// <summary>Where it lies; null when there is no clone, or it is not in it.</summary>
    public static string? Find() => SolutionFolder.Find() is { } clone && Path.Combine(clone, "models", Name) is var path && File.Exists(path) ? path : null;
}
