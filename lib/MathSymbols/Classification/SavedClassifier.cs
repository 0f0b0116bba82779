using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>Where classifiers are saved: the one that comes with the clone, and a person's own.</summary>
public static class SavedClassifier
{
    /// <summary>The file's name of the better of the report's models, a head on VGG19.</summary>
    public const string Name = "math-symbols-classifier.safetensors";

    /// <summary>The file's name of SymbolNet, which needs nothing else.</summary>
    public const string SymbolNetName = "symbolnet.safetensors";

    /// <summary>Where one of the clone's lies; null when there is no clone, or it is not in it.</summary>
    /// <param name="name"><see cref="Name"/> or <see cref="SymbolNetName"/>.</param>
    public static string? Find(string name = Name) => SolutionFolder.Find() is { } clone && Path.Combine(clone, "models", name) is var path && File.Exists(path) ? path : null;

    /// <summary>Where a notebook saves one: in the work folder.</summary>
    /// <param name="settings">The work folder.</param>
    public static string OwnPath(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Path.Combine(settings.WorkFolder.Classifiers, Name);
    }
}
