using MathSymbols.Data.Folds;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Data;

/// <summary>Folds in a few lines: what was kept together, a line for each, and one for each file that will not load.</summary>
internal static class FoldsView
{
    public static IEnumerable<string> Lines(GroupedFolds folds, string folder)
    {
        var groups = folds.Duplicates.Groups;
        yield return $"'{Printable.Of(folder)}': {folds.Splits.Count} folds of {folds.Images.Count} images; {groups.Sum(g => g.Members.Count)} images in {(groups.Count == 1 ? "1 group" : $"{groups.Count} groups")} of copies stay together.";
        foreach (var (index, split) in folds.Splits.Index())
            yield return $"  {FoldsWriter.FileName(index + 1)}: {split.Train.Count} train, {split.Validation.Count} validation, {split.Test.Count} test";
        foreach (var failure in folds.Failures) yield return $"will not load, and is dealt out all the same: {failure.Shown}";
    }
}
