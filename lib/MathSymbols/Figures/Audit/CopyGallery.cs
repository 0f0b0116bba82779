using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Data.Audit;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>Groups of copies, each group's images side by side: from near copies, the least alike of them on top, to those of the same bytes.</summary>
public static class CopyGallery
{
    /// <summary>Shows groups, evenly drawn where there are more; says so when there is none.</summary>
    /// <param name="audit">The audit; the images that are shown are decoded once more.</param>
    /// <param name="groups">Some of its groups.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="count">How many groups at most, at least 1.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line; how many groups are shown is said in any case.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Figure Create(
        DatasetAudit audit, IReadOnlyList<DuplicateGroup> groups, string title, int count = 12, string? note = null, string? name = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var shown = new GroupGallery(audit, cancellation).Some(groups, count);
        var text = Text(groups, shown.Count);
        return new Figure(
            title, text, name, groups.Count == 0 ? note : FigureNote.Of(text, note), Table(audit, shown), Report(audit, groups, shown),
            _ => shown.Count == 0 ? $"<p>{FigureHtml.Encode(text)}</p>" : DrawnGroup.Row(shown.Select(g => g.Html)), _ => shown.Count == 0 ? StaticSentence.Png(text) : Png(shown));
    }

    private static string Text(IReadOnlyList<DuplicateGroup> groups, int shown)
    {
        if (groups.Count == 0) return "There is no such group.";
        var all = string.Create(CultureInfo.InvariantCulture, $"{(groups.Count == 1 ? "1 group" : $"{groups.Count:N0} groups")} with {groups.Sum(g => g.Members.Count):N0} images");
        return shown == groups.Count ? $"{all}." : $"{all}; here are {shown}, evenly drawn from the least alike to the same bytes.";
    }

    private static FigureTable Table(DatasetAudit audit, IReadOnlyList<DrawnGroup> shown) => new(
        ["Group", "Copies", "Image", "Class", "Part"],
        [.. shown.SelectMany(g => g.Group.Members.Select(m => (IReadOnlyList<object>)
        [
            g.Group.Id, CopiesFormat.Word(g.Group.Kind), Printable.Of(audit.Images.Files[m].Path), Printable.Of(audit.Images.ClassNames[audit.Images.Files[m].Label]), AuditPictures.Part(audit.Partitions[m]),
        ]))]);

    private static JsonObject Report(DatasetAudit audit, IReadOnlyList<DuplicateGroup> groups, IReadOnlyList<DrawnGroup> shown) => new()
    {
        ["groups"] = groups.Count,
        ["images"] = groups.Sum(g => g.Members.Count),
        ["shown"] = new JsonArray([.. shown.Select(g => JsonNumbers.Array(g.Group.Members.Select(m => audit.Images.Files[m].Path)))]),
    };

    // Each group begins a row.
    private static byte[] Png(IReadOnlyList<DrawnGroup> shown) => ImageGrid.Png([.. shown.SelectMany(g => g.Cells.Chunk(DrawnGroup.Columns))]);
}
