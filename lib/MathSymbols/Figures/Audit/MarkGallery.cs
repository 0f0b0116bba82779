using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>Images with marks at the border, from the one with the largest share of its ink in marks to the smallest.</summary>
public static class MarkGallery
{
    /// <summary>Images a row.</summary>
    internal const int Columns = 8;

    /// <summary>Shows them, evenly drawn where there are more; says so when there is none.</summary>
    /// <param name="audit">The audit; the images that are shown are decoded once more.</param>
    /// <param name="count">How many images at most, at least 1.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line; how many images are shown is said in any case.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Figure Create(DatasetAudit audit, int count = 16, string title = "Marks at the border", string? note = null, string? name = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var shown = EvenlySpaced.Of([.. audit.Marks.OrderByDescending(Share).ThenBy(m => m.Image)], count);
        var text = Text("", audit.Marks.Count) + (shown.Count == audit.Marks.Count ? "" : string.Create(CultureInfo.InvariantCulture, $" Here are {shown.Count}, evenly drawn from the most to the least."));
        return GridFigure.Create(
            title, text, name, shown.Count == 0 ? note : FigureNote.Of(text, note), Table(audit, shown), Report(audit, shown), Cells(audit, shown, cancellation), Columns);
    }

    /// <summary>Images as cells: under each its path, its class, the edges and the marks' share of the ink.</summary>
    internal static IReadOnlyList<GridCell> Cells(DatasetAudit audit, IReadOnlyList<MarkedImage> images, CancellationToken cancellation) =>
        [.. images.AsParallel().AsOrdered().WithCancellation(cancellation).Select(m => AuditPictures.Cell(audit, m.Image, string.Create(CultureInfo.InvariantCulture, $"{Edges(m)}, {100 * Share(m):0}\u00a0%")))];

    /// <summary>How many there are and what the numbers mean, in a sentence.</summary>
    /// <param name="which">What stands before their number.</param>
    /// <param name="all">How many there are.</param>
    internal static string Text(string which, int all) => all == 0 ? "No image has any." : string.Create(
        CultureInfo.InvariantCulture, $"{which}{all:N0} {(all == 1 ? "image" : "images")} with something at an edge that is not connected to what is drawn; the number is its share of the ink.");

    private static string Edges(MarkedImage image) => string.Join(" and ", image.Marks.Select(m => m.Edge.ToString().ToLowerInvariant()).Distinct());

    private static double Share(MarkedImage image) => image.Marks.Sum(m => m.Share);

    private static FigureTable Table(DatasetAudit audit, IReadOnlyList<MarkedImage> shown) => new(
        ["Image", "Edges", "Share of the ink"],
        [.. shown.Select(m => (IReadOnlyList<object>)[Printable.Of(audit.Images.Files[m.Image].Path), Edges(m), Share(m)])]);

    private static JsonObject Report(DatasetAudit audit, IReadOnlyList<MarkedImage> shown) => new()
    {
        ["images"] = audit.Marks.Count,
        ["shown"] = new JsonArray([.. shown.Select(m => new JsonObject { ["path"] = audit.Images.Files[m.Image].Path, ["share"] = Share(m) })]),
    };
}
