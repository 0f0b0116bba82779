using MathSymbols.Data.Synthetic;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>The folder of images that a run works on, and how it was found.</summary>
/// <param name="Folder">Absolute path.</param>
/// <param name="Origin">How it was found.</param>
/// <param name="Description">One line for a person, fit to be shown.</param>
public sealed record DataSource(string Folder, DataOrigin Origin, string Description)
{
    /// <summary>Images that the built-in sample draws for each class.</summary>
    public const int SyntheticPerClass = 120;

    /// <summary>The dataset's name for captions: the folder's, or that it is the synthetic sample.</summary>
    public string Name => Origin == DataOrigin.Synthetic ? "synthetic sample, drawn by a program" : NameOf(Folder);

    /// <summary>
    /// Looks for the images: the folder the settings name, then data/handwritten-math-symbols beside MathSymbols.sln, else the built-in
    /// sample, which is drawn into the work folder when it is not there yet.
    /// </summary>
    /// <param name="settings">Data, work folder and seed.</param>
    /// <param name="cancellation">Ends the drawing of the sample.</param>
    /// <exception cref="DataException">The named folder does not exist.</exception>
    public static DataSource Locate(Settings settings, CancellationToken cancellation = default) => Find(settings) ?? DrawSample(settings, cancellation);

    /// <summary>As <see cref="Locate"/>, but draws nothing: null where there are no images but the built-in sample.</summary>
    /// <param name="settings">Data folder.</param>
    /// <exception cref="DataException">The named folder does not exist.</exception>
    public static DataSource? Find(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Data is { Length: > 0 } named)
        {
            var folder = Path.GetFullPath(named);
            return Directory.Exists(folder)
                ? new(folder, DataOrigin.Named, Describe(folder))
                : throw new DataException($"There is no folder '{folder}', which --data or MATHSYMBOLS_DATA names; give one that has a sub-folder of images for each class.");
        }

        return KnownDataset.Folder() is { } project && Directory.Exists(project)
            ? new(project, DataOrigin.Project, Describe(project))
            : null;
    }

    private static DataSource DrawSample(Settings settings, CancellationToken cancellation)
    {
        var sample = Path.Combine(settings.WorkFolder.Synthetic, $"{SyntheticPerClass}-per-class-seed-{settings.Seed}");
        SyntheticSymbols.WriteFolder(sample, SyntheticPerClass, settings.Seed, cancellation);
        return new(sample, DataOrigin.Synthetic, $"No dataset was found (`mathsymbols data download` fetches it), so the built-in synthetic sample is used: {SyntheticPerClass} images a class, drawn by a program. Results on it say nothing about real handwriting.");
    }

    // By name alone: a report is handed on, and where a person keeps files is nobody else's business.
    private static string Describe(string folder) => $"Images from the folder '{NameOf(folder)}'.";

    private static string NameOf(string folder) => Printable.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)));
}
