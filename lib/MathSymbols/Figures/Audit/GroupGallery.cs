using System.Globalization;
using MathSymbols.Data;
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

    /// <summary>The groups as HTML.</summary>
    public string Html(IReadOnlyList<DuplicateGroup> groups)
    {
        if (groups.Count == 0) return "<p>None.</p>\n";
        var left = groups.Count <= MostGroups ? "" : string.Create(CultureInfo.InvariantCulture, $"<p>And {groups.Count - MostGroups:N0} more, which {AuditFormat.FileName} lists.</p>\n");

        // As text at once: so many pictures are not held decoded.
        return DrawnGroup.Row(Parallel(Ordered(groups).Take(MostGroups)).Select(g => Draw(g).Html)) + left;
    }

    /// <summary>Some of the groups, from the least alike on.</summary>
    public IReadOnlyList<DrawnGroup> Some(IReadOnlyList<DuplicateGroup> groups, int count) => [.. Parallel(EvenlySpaced.Of([.. Ordered(groups)], count)).Select(Draw)];

    // The near copies first, the least alike on top.
    private static IEnumerable<DuplicateGroup> Ordered(IReadOnlyList<DuplicateGroup> groups) => groups.OrderByDescending(g => g.Kind).ThenByDescending(Worst).ThenBy(g => g.Id);

    private ParallelQuery<DuplicateGroup> Parallel(IEnumerable<DuplicateGroup> groups) => groups.ToList().AsParallel().AsOrdered().WithCancellation(cancellation);

    private static double Worst(DuplicateGroup group) => group.Pairs.Max(p => p.Likeness.Worst);

    private DrawnGroup Draw(DuplicateGroup group)
    {
        var members = group.Members.Take(MostImages).ToList();
        var several = group.Members.Select(m => audit.Images.Files[m].Label).Distinct().Skip(1).Any();
        var cells = members.ConvertAll(m => AuditPictures.Cell(audit, m, AuditPictures.Part(audit.Partitions[m]), several ? GridTone.Wrong : GridTone.Plain));
        var more = group.Members.Count > MostImages ? $", {MostImages} of {group.Members.Count} images" : "";
        return new(group, $"Group {group.Id}: {Words(group)}{more}", cells);
    }

    private static string Words(DuplicateGroup group) => group.Kind == CopyKind.Near
        ? string.Create(CultureInfo.InvariantCulture, $"near, differ by at most {Worst(group):P0}")
        : CopiesFormat.Word(group.Kind);
}
