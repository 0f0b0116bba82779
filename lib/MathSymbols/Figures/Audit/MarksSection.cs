using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>Images with marks at the border.</summary>
internal static class MarksSection
{
    private const int Most = 600;

    public static AuditSection Of(DatasetAudit audit, CancellationToken cancellation)
    {
        var cells = MarkGallery.Cells(audit, [.. audit.Marks.Take(Most)], cancellation);
        return new("marks", "Marks at the border", MarkGallery.Text(cells.Count == audit.Marks.Count ? "" : $"The first {cells.Count} of ", audit.Marks.Count), cells.Count == 0 ? "" : $"<div class=\"ms-figure au-wide\">{ImageGrid.Content(cells, MarkGallery.Columns)}</div>\n");
    }
}
