using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>Images whose label may be wrong.</summary>
internal static class LabelErrorsSection
{
    private const int Most = 300;

    public static AuditSection Of(DatasetAudit audit, LabelErrors errors, CancellationToken cancellation)
    {
        var cells = LabelErrorGallery.Cells(audit, [.. errors.Candidates.Take(Most)], cancellation);
        var more = cells.Count == errors.Candidates.Count ? "" : $" {AuditFormat.FileName} lists them all.";
        return new(
            "labels", "Labels that may be wrong", LabelErrorGallery.Text(errors, cells.Count) + more,
            cells.Count == 0 ? "<p>None.</p>\n" : $"<div class=\"ms-figure au-wide\">{ImageGrid.Content(cells, LabelErrorGallery.Columns)}</div>\n");
    }
}
