using System.Globalization;
using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>The numbers of an audit.</summary>
internal static class SummarySection
{
    public static AuditSection Of(DatasetAudit audit)
    {
        var (groups, leaks) = (audit.Duplicates.Groups, LeakCounts.Of(audit));
        var facts = new Facts("audit")
        {
            { "images", "Images", audit.Images.Count },
            { "failures", "Will not load", audit.Failures.Count },
            { "split", "Split", audit.Split.Name },
            { "groups", "Groups of copies", groups.Count },
            { "copies", "Images in them", groups.Sum(g => g.Members.Count) },
            { "same-bytes", "Groups of the same bytes", groups.Count(g => g.Kind == CopyKind.SameBytes) },
            { "same-pixels", "Groups of the same pixels", groups.Count(g => g.Kind == CopyKind.SamePixels) },
            { "near", "Groups with near copies", groups.Count(g => g.Kind == CopyKind.Near) },
            { "conflicts", "Groups in different classes", audit.Conflicts.Count },
            { "leaks", "Groups on both sides of the split", audit.Leaks.Count },
            { "test-in-train", "Test images with a copy in training", leaks.TestInTrain },
            { "test-in-others", "Test images with a copy in training or validation", leaks.TestInOthers },
            { "validation-in-train", "Validation images with a copy in training", leaks.ValidationInTrain },
            { "marks", "Images with marks at the border", audit.Marks.Count },
        };
        if (audit.LabelErrors is { } errors) facts.Add("label-errors", "Labels that may be wrong", errors.Candidates.Count);
        if (audit.FormatAndSize is { } found) facts.Add("by-format-and-size", "Class told from format and size alone", FormatAndSizeSection.Share(found));
        return new("summary", "Summary", string.Create(CultureInfo.InvariantCulture, $"{audit.Images.Count:N0} images in {audit.Images.ClassNames.Count:N0} classes."), $"<div class=\"ms-scroll\">{facts.Html}</div>\n");
    }
}
