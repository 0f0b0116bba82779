using System.Globalization;
using System.Text;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>The run as one self-contained HTML file.</summary>
internal static class ReportPage
{
    // The browser itself holds the page to asking for nothing from outside.
    private const string Policy =
        "default-src 'none'; img-src data: blob:; media-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:";

    internal static string Write(Report report)
    {
        var sections = new SectionList();
        var hoisted = new HoistedParts(report.Scripts);
        var notebook = new NotebookHtml(sections, hoisted);
        var main = new StringBuilder();
        foreach (var run in report.Notebooks) main.Append(notebook.Render(run));

        var title = HtmlText.Escape(report.Title);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="generator" content="MathSymbols.Notebooks">
            <title>{title}</title>
            <link rel="icon" href="data:,">
            <style>
            {PageResources.Style}</style>
            {hoisted.Styles}</head>
            <body>
            <a class="nb-skip" href="#main">Skip to the text</a>
            <header class="nb-header">
            <h1>{title}</h1>
            {Facts(report)}{Verdict(report)}<p class="nb-tools"><button type="button" id="nb-toggle-code" aria-pressed="false" hidden>Show all code</button></p>
            </header>
            <div class="nb-layout">
            <nav class="nb-contents" aria-label="Contents" id="contents">
            <details open>
            <summary>Contents</summary>
            {ContentsHtml.Render(sections.All)}</details>
            </nav>
            <main id="main" tabindex="-1">
            {main}</main>
            </div>
            <script>
            {PageResources.Script}</script>
            </body>
            </html>

            """;
    }

    private static string Facts(Report report)
    {
        var zone = report.Created.Offset == TimeSpan.Zero ? "UTC" : report.Created.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        var created = $"{report.Created.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {zone}";
        var rows = report.Facts
            .Append(new KeyValuePair<string, string>("Created", created));
        // Nobody may have saved how long a notebook ran.
        if (report.Seconds > 0) rows = rows.Append(new KeyValuePair<string, string>("Duration", Wording.Duration(report.Seconds)));
        return "<dl class=\"nb-facts\">\n"
            + string.Concat(rows.Select(f => $"<div><dt>{HtmlText.Escape(f.Key)}</dt><dd>{HtmlText.Escape(f.Value)}</dd></div>\n"))
            + "</dl>\n";
    }

    private static string Verdict(Report report)
    {
        var bad = report.Notebooks.Where(n => n.Status != NotebookStatus.Ok).ToList();
        if (bad.Count == 0) return string.Empty;
        var items = bad.Select(n => $"<li>{HtmlText.Escape(n.Name)}: {Wording.Status(n.Status)}{First(n)}</li>");
        return $"<div class=\"nb-verdict\"><p>{bad.Count} of {Wording.Count(report.Notebooks.Count, "notebook")} did not succeed:</p><ul>{string.Concat(items)}</ul></div>\n";
    }

    private static string First(NotebookRun run) =>
        run.Errors.FirstOrDefault() is { } error ? $" – {HtmlText.Escape(error.Message.Split('\n')[0])}" : string.Empty;
}
