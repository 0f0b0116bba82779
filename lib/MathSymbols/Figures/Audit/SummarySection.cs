using System.Globalization;
using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>The numbers of an audit.</summary>
internal static class SummarySection
{
    public static AuditSection Of(DatasetAudit audit) => new(
        "summary", "Summary", string.Create(CultureInfo.InvariantCulture, $"{audit.Images.Count:N0} images in {audit.Images.ClassNames.Count:N0} classes."),
        $"<div class=\"ms-scroll\">{AuditSummary.Create(audit).Html}</div>\n");
}
