using System.Globalization;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Cli.Data;

/// <summary>An audit in a few lines: counts, the worst examples, and a line for each file that will not load.</summary>
internal static class AuditView
{
    private const int Examples = 3;

    public static IEnumerable<string> Lines(DatasetAudit audit)
    {
        var (images, groups) = (audit.Images, audit.Duplicates.Groups);
        yield return $"'{images.Root}': {Count(images.Count, "image")}, of which {audit.Failures.Count} will not load; {audit.Split.Name}.";
        yield return $"Copies: {Count(groups.Count, "group")} of {Count(groups.Sum(g => g.Members.Count), "image")}; the same bytes {Of(CopyKind.SameBytes)}, the same pixels {Of(CopyKind.SamePixels)}, near {Of(CopyKind.Near)}.";
        foreach (var group in groups.Where(g => g.Kind == CopyKind.Near).OrderByDescending(g => g.Pairs.Max(p => p.Likeness.Worst)).Take(Examples))
            yield return $"  near: {Members(audit, group)}";
        yield return $"In different classes: {Count(audit.Conflicts.Count, "group")}.";
        foreach (var group in audit.Conflicts.Take(Examples)) yield return $"  {Members(audit, group)}";
        yield return Leaks(audit);
        foreach (var group in audit.Leaks.OrderByDescending(g => g.Members.Count).Take(Examples)) yield return $"  {Members(audit, group)}";
        if (audit.LabelErrors is { } errors)
        {
            yield return Labels(errors);
            foreach (var error in errors.Candidates.Take(Examples)) yield return $"  {Suspicion(audit, error)}";
        }

        if (audit.FormatAndSize is { } found)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Class by format and size alone: {100 * found.Accuracy:0.0} % ({100 * found.Interval.Low:0.0}–{100 * found.Interval.High:0.0}); by the largest class {100.0 * found.Largest / found.Count:0.0} %. Cramér's V {found.CramersV:0.000}.");
        }

        yield return $"Marks at the border: {Count(audit.Marks.Count, "image")}{Most(audit)}.";
        foreach (var failure in audit.Failures) yield return $"will not load: {Printable.Of(failure.Path)}: {failure.Reason}";

        int Of(CopyKind kind) => groups.Count(g => g.Kind == kind);
    }

    private static string Leaks(DatasetAudit audit)
    {
        var (split, leaks) = (audit.Split, LeakCounts.Of(audit));
        return $"On both sides of the split: {Count(audit.Leaks.Count, "group")}; of {split.Test.Count} test images {leaks.TestInOthers} have a copy in training or validation, {leaks.TestInTrain} in training; of {split.Validation.Count} validation images {leaks.ValidationInTrain} in training.";
    }

    private static string Labels(LabelErrors errors) => string.Create(
        CultureInfo.InvariantCulture,
        $"Labels that may be wrong: {errors.Candidates.Count} of {Count(errors.Predicted, "image")} with a prediction, {errors.Estimated:0.0} estimated; {Count(errors.Unpredicted, "image")} without one.");

    private static string Suspicion(DatasetAudit audit, LabelError error) => string.Create(
        CultureInfo.InvariantCulture,
        $"'{Printable.Of(audit.Images.Files[error.Image].Path)}' ({100 * error.Given:0.0} %), rather {Printable.Of(audit.Images.ClassNames[error.Suggested])} ({100 * error.Other:0.0} %)");

    private static string Members(DatasetAudit audit, DuplicateGroup group)
    {
        var named = string.Join(", ", group.Members.Take(Examples).Select(m => $"'{Printable.Of(audit.Images.Files[m].Path)}' ({audit.Partitions[m]?.ToString().ToLowerInvariant() ?? "no part"})"));
        return group.Members.Count > Examples ? $"{named} and {group.Members.Count - Examples} more" : named;
    }

    private static string Most(DatasetAudit audit) => audit.Marks.Count == 0 ? "" : ", most of the ink in " + string.Join(", ", audit.Marks
        .OrderByDescending(m => m.Marks.Sum(mark => mark.Share)).Take(Examples).Select(m => $"'{Printable.Of(audit.Images.Files[m.Image].Path)}'"));

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
