using System.Globalization;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>Images whose label may be wrong.</summary>
internal static class LabelErrorsSection
{
    private const int Most = 300;
    private const int Columns = 8;

    public static AuditSection Of(DatasetAudit audit, LabelErrors errors, CancellationToken cancellation)
    {
        var shown = errors.Candidates.Take(Most).ToList();
        var cells = shown.AsParallel().AsOrdered().WithCancellation(cancellation).Select(e => AuditPictures.CellOf(audit, e.Image, Words(audit, e))).ToList();
        return new("labels", "Labels that may be wrong", Text(errors, shown.Count), cells.Count == 0 ? "<p>None.</p>\n" : $"<div class=\"ms-figure au-wide\">{ImageGrid.Content(cells, Columns)}</div>\n");
    }

    private static string Text(LabelErrors errors, int shown)
    {
        var (all, count) = (errors.Predicted + errors.Unpredicted, errors.Candidates.Count);
        var which = shown == count ? "" : string.Create(CultureInfo.InvariantCulture, $" The first {shown:N0} of {count:N0} are shown; {AuditFormat.FileName} lists them all.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"By confident learning, among the {errors.Predicted:N0} of {all:N0} images with a prediction by a model that did not train on them: {count:N0} {(count == 1 ? "candidate" : "candidates")}, {errors.Estimated:0.0} wrong labels estimated. Under each stand its label and the class that is suggested instead, with their probabilities; the most suspicious come first. Whether the label or the model is wrong, the eye decides.{which}");
    }

    private static string Words(DatasetAudit audit, LabelError error)
    {
        var classes = audit.Images.ClassNames;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Printable.Of(classes[audit.Images.Files[error.Image].Label])} ({100 * error.Given:0.0}\u00a0%) {ImageGrid.Arrow} {Printable.Of(classes[error.Suggested])} ({100 * error.Other:0.0}\u00a0%)");
    }
}
