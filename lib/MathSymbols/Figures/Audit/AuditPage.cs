using System.Text;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>An audit as one self-contained page that a person goes through: what was found, group by group, pictures side by side.</summary>
public static class AuditPage
{
    /// <summary>The file's name.</summary>
    public const string FileName = "audit.html";

    // The browser itself holds the page to asking for nothing from outside, and to running nothing.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page, whole or not at all.</summary>
    /// <param name="audit">The audit; its images are decoded once more.</param>
    /// <param name="folder">The folder that gets <see cref="FileName"/>; it is made when it is missing.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(DatasetAudit audit, string folder, CancellationToken cancellation = default) =>
        AtomicFile.Write(Path.Combine(folder, FileName), Html(audit, cancellation));

    /// <summary>The page.</summary>
    /// <param name="audit">The audit; its images are decoded once more.</param>
    /// <param name="cancellation">Ends it.</param>
    public static string Html(DatasetAudit audit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(audit);
        var title = FigureHtml.Encode($"Audit of {Printable.Of(Path.GetFileName(audit.Images.Root))}");
        var sections = Sections(audit, cancellation).ToList();
        var (contents, main) = (new StringBuilder(), new StringBuilder());
        foreach (var section in sections)
        {
            contents.Append($"<li><a href=\"#{section.Id}\">{FigureHtml.Encode(section.Title)}</a></li>");
            main.Append($"<section id=\"{section.Id}\">\n<h2>{FigureHtml.Encode(section.Title)}</h2>\n<p>{FigureHtml.Encode(section.Text)}</p>\n{section.Content}</section>\n");
        }

        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            {FigureHtml.Style}
            <style>{Resource.Text("audit.css")}</style>
            </head>
            <body>
            <header>
            <h1>{title}</h1>
            <nav aria-label="Contents"><ul>{contents}</ul></nav>
            </header>
            <main>
            {main}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    // What is most surely wrong stands first; a group stands in one section only.
    private static IEnumerable<AuditSection> Sections(DatasetAudit audit, CancellationToken cancellation)
    {
        var (conflicts, leaks) = (audit.Conflicts.Select(g => g.Id).ToHashSet(), audit.Leaks.Select(g => g.Id).ToHashSet());
        var groups = new GroupGallery(audit, cancellation);
        yield return SummarySection.Of(audit);
        yield return new("classes", "Copies in different classes", "The same drawing with different labels: at least one of them is wrong.", groups.Html(audit.Conflicts));
        yield return new(
            "split", "Copies on both sides of the split", "What a model was trained on, it is measured on, too.",
            groups.Html([.. audit.Leaks.Where(g => !conflicts.Contains(g.Id))]));
        yield return new(
            "copies", "Other copies", "Of one class and in one part of the split: they count more than once.",
            groups.Html([.. audit.Duplicates.Groups.Where(g => !conflicts.Contains(g.Id) && !leaks.Contains(g.Id))]));
        if (audit.LabelErrors is { } errors) yield return LabelErrorsSection.Of(audit, errors, cancellation);
        if (audit.FormatAndSize is not null) yield return FormatAndSizeSection.Of(audit);
        yield return MarksSection.Of(audit, cancellation);
        if (audit.Failures.Count > 0) yield return FailuresSection.Of(audit);
    }
}
