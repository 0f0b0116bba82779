using System.Globalization;
using MathSymbols.Data.Audit;

namespace MathSymbols.Figures.Audit;

/// <summary>Draws groups of copies, each group's images side by side.</summary>
/// <param name="audit">The audit.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class GroupGallery(DatasetAudit audit, CancellationToken cancellation)
{
    // More, nobody goes through, and no browser likes.
    private const int MostGroups = 1000;
    private const int MostImages = 24;
    private const int Columns = 6;

    /// <summary>The groups as HTML; the near copies first, the least alike on top.</summary>
    public string Html(IReadOnlyList<DuplicateGroup> groups)
    {
        if (groups.Count == 0) return "<p>None.</p>\n";
        var ordered = groups.OrderByDescending(g => g.Kind).ThenByDescending(Worst).ThenBy(g => g.Id).Take(MostGroups).ToList();
        var html = ordered.AsParallel().AsOrdered().WithCancellation(cancellation).Select(Group);
        var left = groups.Count <= MostGroups ? "" : string.Create(CultureInfo.InvariantCulture, $"<p>And {groups.Count - MostGroups:N0} more, which {AuditFormat.FileName} lists.</p>\n");
        return $"<div class=\"au-groups ms-figure au-wide\">\n{string.Concat(html)}</div>\n{left}";
    }

    private static double Worst(DuplicateGroup group) => group.Pairs.Max(p => p.Likeness.Worst);

    private string Group(DuplicateGroup group)
    {
        var members = group.Members.Take(MostImages).ToList();
        var several = group.Members.Select(m => audit.Images.Files[m].Label).Distinct().Skip(1).Any();
        var cells = members.ConvertAll(m => AuditPictures.Cell(audit, m, AuditPictures.Part(audit.Partitions[m]), several ? GridTone.Wrong : GridTone.Plain));
        var more = group.Members.Count > MostImages ? $", {MostImages} of {group.Members.Count} images" : "";
        return $"<article class=\"au-group\"><h3>Group {group.Id}: {Words(group)}{more}</h3>{ImageGrid.Content(cells, Math.Min(Columns, cells.Count))}</article>\n";
    }

    private static string Words(DuplicateGroup group) => group.Kind switch
    {
        CopyKind.SameBytes => "same bytes",
        CopyKind.SamePixels => "same pixels",
        _ => string.Create(CultureInfo.InvariantCulture, $"near, differ by at most {Worst(group):P0}"),
    };
}
