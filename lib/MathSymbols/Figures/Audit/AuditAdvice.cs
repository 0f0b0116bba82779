using System.Globalization;
using MathSymbols.Data.Audit;
using MathSymbols.Ledger;

namespace MathSymbols.Figures.Audit;

/// <summary>What one would do about the findings of an audit, point by point.</summary>
public static class AuditAdvice
{
    /// <summary>The points; one that finds nothing says so.</summary>
    /// <param name="audit">The audit.</param>
    public static IReadOnlyList<Point> Of(DatasetAudit audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        return [Copies(audit), Conflicts(audit), Labels(audit.LabelErrors), FormatAndSize(audit.FormatAndSize), Marks(audit)];
    }

    private static Point Copies(DatasetAudit audit)
    {
        var (groups, leaks, test) = (audit.Duplicates.Groups, LeakCounts.Of(audit), audit.Split.Test.Count);
        return new("Copies", groups.Count == 0 ? "There are none; nothing is to be done." : string.Create(
            CultureInfo.InvariantCulture,
            $"{audit.Leaks.Count:N0} of {Count(groups.Count, "group")} lie across the split, and {leaks.TestInOthers:N0} of {Count(test, "test image")} have a copy on the other side. To compare with the report, keep its split and give the accuracy without these images beside its own. For anything new, split by groups, as `mathsymbols data folds` does, so that the copies of an image are never in two parts."));
    }

    private static Point Conflicts(DatasetAudit audit) => new("Labels that contradict each other", audit.Conflicts.Count == 0
        ? "There are none; nothing is to be done."
        : $"{Count(audit.Conflicts.Count, "group")} of copies in different classes: look at each, keep one image with the right label, and leave the others out.");

    private static Point Labels(LabelErrors? errors) => new("Labels that may be wrong", errors switch
    {
        null => "They were not looked for: this takes predictions by models that did not train on the images.",
        { Candidates.Count: 0 } => $"None was found among {Count(errors.Predicted, "image")} with a prediction.",
        _ => $"{Count(errors.Candidates.Count, "candidate")}: have a person look at them, who does not know which class was suggested. Correct in the training images whatever is wrong; correct test images only for every model at once, since measured on other labels no two accuracies can be compared.",
    });

    private static Point FormatAndSize(FormatAndSize? found) => new("Format and size", found is null ? "No image could be used." : found.Interval.Low > (double)found.Largest / found.Count
        ? "They tell more of the class than its frequency does, so the sources are not spread evenly over the classes, and what a source leaves in the picture (pen, paper, compression) may tell as much. Images from another source would show how far a network leans on it; `mathsymbols robustness` shows what other pens and papers cost."
        : "They were not shown to tell more of the class than its frequency does; nothing is to be done.");

    private static Point Marks(DatasetAudit audit) => new("Marks at the border", audit.Marks.Count == 0
        ? "There are none; nothing is to be done."
        : $"{Count(audit.Marks.Count, "image")}: cut such images out anew where the page they come from is at hand. Otherwise leave them in, since handwriting that is photographed has such marks, too, and look whether the mistakes gather there.");

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
