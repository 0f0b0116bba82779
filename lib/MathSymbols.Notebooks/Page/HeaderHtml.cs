using System.Globalization;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Reports;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>The top of the page: title, facts, what failed, and the reader's switches.</summary>
internal static class HeaderHtml
{
    /// <summary>The fact that is shown as code, to be copied.</summary>
    private const string Command = "Command";

    // Shown by the scripts that they are for.
    private const string Tools = """
        <div class="nb-tools">
        <button type="button" id="nb-toggle-code" hidden>Show all code</button>
        <fieldset class="nb-theme" id="nb-theme" hidden>
        <legend>Colours</legend>
        <label><input type="radio" name="nb-theme" value="auto" checked><span>Auto</span></label>
        <label><input type="radio" name="nb-theme" value="light"><span>Light</span></label>
        <label><input type="radio" name="nb-theme" value="dark"><span>Dark</span></label>
        </fieldset>
        </div>

        """;

    /// <param name="report">The run.</param>
    /// <param name="failures">Where each notebook that failed did so first.</param>
    internal static string Render(Report report, IReadOnlyDictionary<NotebookRun, string> failures) =>
        $"<header class=\"nb-header\">\n<h1>{HtmlText.Escape(report.Title)}</h1>\n{Facts(report)}{Verdict(report, failures)}{Tools}</header>\n";

    private static string Facts(Report report)
    {
        var zone = report.Created.Offset == TimeSpan.Zero ? "UTC" : report.Created.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        var created = $"{report.Created.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {zone}";
        var rows = report.Facts.Where(f => f.Key != Command)
            .Append(new("Created", created))
            .Concat(Duration(report))
            .Concat(report.Facts.Where(f => f.Key == Command));
        return $"<dl class=\"nb-facts\">\n{string.Concat(rows.Select(Fact))}</dl>\n";
    }

    // Nobody may have saved how long a notebook ran.
    private static IEnumerable<KeyValuePair<string, string>> Duration(Report report) =>
        report.Seconds > 0 ? [new("Duration", Wording.Duration(report.Seconds))] : [];

    private static string Fact(KeyValuePair<string, string> fact)
    {
        var (name, value) = (HtmlText.Escape(fact.Key), HtmlText.Escape(fact.Value));
        return fact.Key == Command
            ? $"<div class=\"nb-command\"><dt>{name}</dt><dd><code id=\"nb-command\">{Words(fact.Value)}</code> <button type=\"button\" data-copy=\"nb-command\" hidden>Copy</button></dd></div>\n"
            : $"<div><dt>{name}</dt><dd>{value}</dd></div>\n";
    }

    // A line breaks between words, not after the hyphens that options begin with.
    private static string Words(string command) => string.Join(' ', command.Split(' ').Select(w => $"<span>{HtmlText.Escape(w)}</span>"));

    private static string Verdict(Report report, IReadOnlyDictionary<NotebookRun, string> failures)
    {
        var bad = report.Notebooks.Where(n => n.Status != NotebookStatus.Ok).ToList();
        if (bad.Count == 0) return string.Empty;
        var items = bad.Select(n => $"<li>{Name(n, failures)}: {Wording.Status(n.Status)}{First(n)}</li>");
        return $"<div class=\"nb-verdict\"><p>{bad.Count} of {Wording.Count(report.Notebooks.Count, "notebook")} did not succeed:</p><ul>{string.Concat(items)}</ul></div>\n";
    }

    private static string Name(NotebookRun run, IReadOnlyDictionary<NotebookRun, string> failures)
    {
        var name = HtmlText.Escape(run.Name);
        return failures.TryGetValue(run, out var anchor) ? $"<a href=\"#{anchor}\">{name}</a>" : name;
    }

    private static string First(NotebookRun run) =>
        run.Errors.FirstOrDefault() is { } error ? $" – {HtmlText.Escape(error.Message.Split('\n')[0])}" : string.Empty;
}
