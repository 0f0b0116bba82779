using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>The numbers of an audit.</summary>
public static class AuditSummary
{
    /// <summary>Lists them; those that an audit has not are left out.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="title">What stands above the table; null for nothing.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public static Facts Create(DatasetAudit audit, string? title = null, string? note = null, string name = "audit")
    {
        ArgumentNullException.ThrowIfNull(audit);
        var (groups, leaks) = (audit.Duplicates.Groups, LeakCounts.Of(audit));
        var facts = new Facts(name, title, note)
        {
            { "images", "Images", audit.Images.Count },
            { "failures", "Will not load", audit.Failures.Count },
            { "split", "Split", audit.Split.Name },
            { "groups", "Groups of copies", groups.Count },
            { "copies", "Images in them", groups.Sum(g => g.Members.Count) },
            { "same_bytes", "Groups of the same bytes", groups.Count(g => g.Kind == CopyKind.SameBytes) },
            { "same_pixels", "Groups of the same pixels", groups.Count(g => g.Kind == CopyKind.SamePixels) },
            { "near", "Groups with near copies", groups.Count(g => g.Kind == CopyKind.Near) },
            { "conflicts", "Groups in different classes", audit.Conflicts.Count },
            { "leaks", "Groups on both sides of the split", audit.Leaks.Count },
            { "test_in_train", "Test images with a copy in training", leaks.TestInTrain },
            { "test_in_others", "Test images with a copy in training or validation", leaks.TestInOthers },
            { "validation_in_train", "Validation images with a copy in training", leaks.ValidationInTrain },
            { "marks", "Images with marks at the border", audit.Marks.Count },
        };
        if (audit.LabelErrors is { } errors) facts.Add("label_errors", "Labels that may be wrong", errors.Candidates.Count);
        if (audit.FormatAndSize is { } found) facts.Add("by_format_and_size", "Class told from format and size alone", ShareText.Of(found.Accuracy, found.Interval));
        return facts;
    }
}
