using System.Text;
using MathSymbols.Notebooks.Reports;

namespace MathSymbols.Notebooks.Page;

/// <summary>The run as one self-contained HTML file.</summary>
internal static class ReportPage
{
    // The browser itself holds the page to asking for nothing from outside.
    private const string Policy =
        "default-src 'none'; img-src data: blob:; media-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; base-uri 'none'; form-action 'none'; frame-src 'none'; object-src 'none'";

    internal static string Write(Report report)
    {
        var anchors = new Anchors("main", "contents", "nb-theme", "nb-toggle-code", "nb-command");
        var sections = new SectionList(anchors);
        var hoisted = new HoistedParts(report.Scripts);
        var notebooks = new NotebookHtml(sections, hoisted, anchors);
        var main = new StringBuilder();
        foreach (var run in report.Notebooks) main.Append(notebooks.Render(run));

        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="generator" content="MathSymbols.Notebooks">
            <title>{HtmlText.Escape(report.Title)}</title>
            <link rel="icon" href="data:,">
            <style>
            {PageResources.Style}</style>
            {hoisted.Styles}<script>
            {PageResources.HeadScript}</script>
            </head>
            <body>
            <a class="nb-skip" href="#main">Skip to the text</a>
            {HeaderHtml.Render(report, notebooks.Failures)}<div class="nb-layout">
            <nav class="nb-contents" aria-label="Contents" id="contents">
            <details open>
            <summary>Contents <span class="nb-here"></span></summary>
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
}
