using MathSymbols.Data.Obtain;
using MathSymbols.Data.Synthetic;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Commands;

/// <summary>One kind of thing in the work folder.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Folder">Where it lies.</param>
/// <param name="Pattern">The names of its files; null when it is folders.</param>
/// <param name="CanBeCleared">True when it is quickly made again; searches and runs cost hours.</param>
internal sealed record CachePart(string Name, string Folder, string? Pattern, bool CanBeCleared = true)
{
    /// <summary>How it is deleted where files belong together; null where each stands alone.</summary>
    private Action? OwnClear { get; init; }

    /// <summary>All kinds there are.</summary>
    public static IReadOnlyList<CachePart> Of(WorkFolder work) =>
    [
        new("pixels", work.Pixels, "*.pixels"),
        new("features", work.Features, "*.features"),
        new("fingerprints", work.Fingerprints, "*.json"),
        new("synthetic", work.Synthetic, null),
        new("natives", work.Natives, "*.so"),
        new("weights", work.Weights, "*", CanBeCleared: false),
        new("downloads", work.Downloads, "*") { OwnClear = () => DatasetSource.DeleteKept(work) },
        new("searches", work.Tuning, null, CanBeCleared: false),
        new("classifiers", work.Classifiers, "*.safetensors"),
        new("handwriting", work.Handwriting, "*.json"),
        new("runs", work.Runs, null, CanBeCleared: false),
    ];

    /// <summary>What it takes on the disk.</summary>
    public long Bytes() => !Directory.Exists(Folder) ? 0 : Pattern is null
        ? Samples().SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Sum(f => new FileInfo(f).Length)
        : Directory.EnumerateFiles(Folder, Pattern).Sum(f => new FileInfo(f).Length);

    /// <summary>Deletes what this program has written there, and nothing else; locks and unfinished files belong to whoever is at work.</summary>
    public void Clear()
    {
        if (!CanBeCleared || !Directory.Exists(Folder)) return;
        if (OwnClear is not null)
        {
            OwnClear();
        }
        else if (Pattern is null)
        {
            foreach (var sample in Samples().ToList()) Directory.Delete(sample, recursive: true);
        }
        else
        {
            foreach (var file in Directory.GetFiles(Folder, Pattern)) File.Delete(file);
        }
    }

    private IEnumerable<string> Samples() => Directory.EnumerateDirectories(Folder).Where(f => !CanBeCleared || SyntheticSymbols.IsWrittenFolder(f));
}
