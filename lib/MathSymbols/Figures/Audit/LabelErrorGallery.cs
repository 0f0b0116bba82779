using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>Images whose label may be wrong, the most suspicious first.</summary>
public static class LabelErrorGallery
{
    /// <summary>Images a row.</summary>
    internal const int Columns = 8;

    /// <summary>Shows the first of them; says so when there is none.</summary>
    /// <param name="audit">The audit; the images that are shown are decoded once more.</param>
    /// <param name="errors">What was found among its images.</param>
    /// <param name="count">How many images at most, at least 1.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line; how to read it is said in any case.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Figure Create(
        DatasetAudit audit, LabelErrors errors, int count = 32, string title = "Labels that may be wrong", string? note = null, string? name = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var shown = errors.Candidates.Take(count).ToList();
        var text = Text(errors, shown.Count);
        return GridFigure.Create(title, text, name, shown.Count == 0 ? note : FigureNote.Of(text, note), Table(audit, shown), Report(audit, errors, shown), Cells(audit, shown, cancellation), Columns);
    }

    /// <summary>Images as cells: under each its path, and its label and the suggested class with their probabilities.</summary>
    internal static IReadOnlyList<GridCell> Cells(DatasetAudit audit, IReadOnlyList<LabelError> errors, CancellationToken cancellation) =>
        [.. errors.AsParallel().AsOrdered().WithCancellation(cancellation).Select(e => AuditPictures.CellOf(audit, e.Image, Words(audit, e)))];

    /// <summary>What is shown, and how to read it.</summary>
    internal static string Text(LabelErrors errors, int shown)
    {
        var (all, count) = (errors.Predicted + errors.Unpredicted, errors.Candidates.Count);
        var which = shown == count ? "" : string.Create(CultureInfo.InvariantCulture, $" The first {shown:N0} of {count:N0} are shown.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"By confident learning, among the {errors.Predicted:N0} of {all:N0} images with a prediction by a model that did not train on them: {count:N0} {(count == 1 ? "candidate" : "candidates")}, {errors.Estimated:0.0} wrong labels estimated. Under each stand its label and the class that is suggested instead, with their probabilities; the most suspicious come first. Whether the label or the model is wrong, the eye decides.{which}");
    }

    private static string Words(DatasetAudit audit, LabelError error) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Label(audit, error)} ({100 * error.Given:0.0}\u00a0%) {ImageGrid.Arrow} {Suggested(audit, error)} ({100 * error.Other:0.0}\u00a0%)");

    private static string Label(DatasetAudit audit, LabelError error) => Printable.Of(audit.Images.ClassNames[audit.Images.Files[error.Image].Label]);

    private static string Suggested(DatasetAudit audit, LabelError error) => Printable.Of(audit.Images.ClassNames[error.Suggested]);

    private static FigureTable Table(DatasetAudit audit, IReadOnlyList<LabelError> shown) => new(
        ["Image", "Label", "Suggested", "Label's probability", "Suggested one's", "Margin"],
        [.. shown.Select(e => (IReadOnlyList<object>)[Printable.Of(audit.Images.Files[e.Image].Path), Label(audit, e), Suggested(audit, e), (double)e.Given, (double)e.Other, e.Margin])]);

    private static JsonObject Report(DatasetAudit audit, LabelErrors errors, IReadOnlyList<LabelError> shown) => new()
    {
        ["predicted"] = errors.Predicted,
        ["candidates"] = errors.Candidates.Count,
        ["estimated"] = errors.Estimated,
        ["shown"] = new JsonArray([.. shown.Select(e => new JsonObject { ["path"] = audit.Images.Files[e.Image].Path, ["label"] = Label(audit, e), ["suggested"] = Suggested(audit, e), ["margin"] = e.Margin })]),
    };
}
