using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>Where classifiers are saved: the one that comes with the clone, and a person's own.</summary>
public static class SavedClassifier
{
    /// <summary>The file's name.</summary>
    public const string Name = "math-symbols-classifier.safetensors";

    /// <summary>Where the clone's lies; null when there is no clone, or it is not in it.</summary>
    public static string? Find() => SolutionFolder.Find() is { } clone && Path.Combine(clone, "models", Name) is var path && File.Exists(path) ? path : null;

    /// <summary>Where a notebook saves one: in the work folder.</summary>
    /// <param name="settings">The work folder.</param>
    public static string OwnPath(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Path.Combine(settings.WorkFolder.Classifiers, Name);
    }
}
