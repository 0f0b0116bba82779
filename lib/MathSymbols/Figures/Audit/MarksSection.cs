using System.Globalization;
using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>Images with marks at the border.</summary>
internal static class MarksSection
{
    private const int Most = 600;
    private const int Columns = 8;

    public static AuditSection Of(DatasetAudit audit, CancellationToken cancellation)
    {
        const string title = "Marks at the border";
        if (audit.Marks.Count == 0) return new("marks", title, "No image has any.", "");
        var shown = audit.Marks.Take(Most).ToList();
        var cells = shown.AsParallel().AsOrdered().WithCancellation(cancellation).Select(m => AuditPictures.Cell(audit, m.Image, Words(m))).ToList();
        var count = shown.Count == audit.Marks.Count ? $"{shown.Count}" : $"The first {shown.Count} of {audit.Marks.Count}";
        return new("marks", title, $"{count} images with something at an edge that is not connected to what is drawn; the number is its share of the ink.", $"<div class=\"ms-figure au-wide\">{ImageGrid.Content(cells, Columns)}</div>\n");
    }

    private static string Words(MarkedImage image) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join(" and ", image.Marks.Select(m => m.Edge.ToString().ToLowerInvariant()).Distinct())}, {image.Marks.Sum(m => m.Share):P0}");
}
