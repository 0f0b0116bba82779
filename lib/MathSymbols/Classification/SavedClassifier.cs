using MathSymbols.Runtime;

namespace MathSymbols.Classification;

/// <summary>Where classifiers are saved: those that come with the project, and a person's own.</summary>
public static class SavedClassifier
{
    /// <summary>The file's name of the better of the report's models, a head on VGG19.</summary>
    public const string Name = "math-symbols-classifier.safetensors";

    /// <summary>The file's name of SymbolNet, which needs nothing else.</summary>
    public const string SymbolNetName = "symbolnet.safetensors";

    /// <summary>Where one of the project's lies: in <c>models/</c> beside this library, as in a published program, or of the clone; null when it is in neither.</summary>
    /// <param name="name"><see cref="Name"/> or <see cref="SymbolNetName"/>.</param>
    public static string? Find(string name = Name) => Folders().Select(folder => Path.Combine(folder, "models", name)).FirstOrDefault(File.Exists);

    /// <summary>Where a notebook saves one: in the work folder.</summary>
    /// <param name="settings">The work folder.</param>
    public static string OwnPath(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Path.Combine(settings.WorkFolder.Classifiers, Name);
    }

    private static IEnumerable<string> Folders()
    {
        yield return LibraryFolder.Root;
        if (SolutionFolder.Find() is { } clone) yield return clone;
    }
}
