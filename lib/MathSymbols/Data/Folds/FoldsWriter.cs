using MathSymbols.Storage;

namespace MathSymbols.Data.Folds;

/// <summary>Writes folds as split manifests: fold-1.tsv, fold-2.tsv, …</summary>
public static class FoldsWriter
{
    /// <summary>A fold's file name.</summary>
    /// <param name="fold">Counted from 1.</param>
    public static string FileName(int fold) => $"fold-{fold}.tsv";

    /// <summary>Writes them; see <see cref="SplitManifest"/>. The folder appears whole or not at all.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="folder">The folder to create; it may exist if it is empty.</param>
    /// <param name="cancellation">Ends the writing; what was written is removed.</param>
    /// <exception cref="DataException">The folder holds something already, another process is writing it, or an image's name is one that no list can keep.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public static void Write(GroupedFolds folds, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var target = SplitFolderTarget.Take(folder);
        foreach (var (index, split) in folds.Splits.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            SplitManifest.Write(folds.Images, split, Path.Combine(target.Temporary, FileName(index + 1)));
        }

        target.PutInPlace();
    }
}
