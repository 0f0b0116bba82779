using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Progress;
using MathSymbols.Notebooks.Running;

namespace MathSymbols.Notebooks.Page;

/// <summary>A cell's outputs as HTML.</summary>
internal sealed class OutputHtml(Fragments fragments, MarkdownHtml markdown)
{
    private const int LongestTableLine = 110;

    // The richest representation first.
    private static readonly string[] Preference = ["text/html", "image/svg+xml", "image/png", "image/jpeg", "image/gif", "text/markdown", "text/plain"];

    /// <param name="cell">Whose output it is.</param>
    /// <param name="output">What is shown.</param>
    /// <param name="folder">Where relative pictures are looked for.</param>
    internal string Render(CellRun cell, CellOutput output, string folder) => output switch
    {
        DisplayOutput display => Display(cell, display.Data, folder),
        TextOutput { Origin: TextOrigin.Output } text => Printed("nb-stdout", "Printed by cell", cell, text),
        TextOutput text => Printed("nb-stderr", "Standard error of cell", cell, text),
        _ => string.Empty,
    };

    /// <param name="cell">Where it happened; null for the notebook as a whole.</param>
    /// <param name="error">What happened.</param>
    /// <param name="anchor">The box's own anchor, where the cell has none.</param>
    internal static string Error(CellRun? cell, CellError error, string? anchor = null)
    {
        var kind = error.Kind switch
        {
            "compile" => "does not compile",
            "runtime" => "threw an exception",
            "died" => "process ended",
            "cancelled" => "stopped",
            "timeout" => "ran too long",
            "memory" => "took too much memory",
            "page" => "cannot be shown",
            _ => "cannot be run",
        };
        var place = Wording.Place(cell, error) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] + " " : string.Empty;
        var code = error.Code is null ? string.Empty : $"<pre class=\"nb-error-code\"><code>{CodeColours.ToHtml(error.Code)}</code></pre>";
        var stack = error.Stack is { } lines && lines.Count > (error.Kind == "runtime" ? 1 : 0)
            ? $"<pre class=\"nb-error-stack\">{HtmlText.Escape(string.Join('\n', lines))}</pre>"
            : string.Empty;
        var id = anchor is null ? string.Empty : $" id=\"{anchor}\"";
        return $"<div class=\"nb-error\"{id} role=\"alert\"><p class=\"nb-error-title\">{HtmlText.Escape(place)}{kind}</p>"
            + $"<p class=\"nb-error-message\">{HtmlText.Escape(error.Message)}</p>{code}{stack}</div>\n";
    }

    private string Display(CellRun cell, IReadOnlyDictionary<string, string> data, string folder)
    {
        var mimeType = Array.Find(Preference, data.ContainsKey) ?? data.Keys.FirstOrDefault();
        if (mimeType is null) return string.Empty;
        var value = data[mimeType];
        if (mimeType is "text/html" or "image/svg+xml")
        {
            var html = fragments.Render(value, folder);
            return string.IsNullOrWhiteSpace(html) ? string.Empty : $"<div class=\"nb-output nb-scroll\" data-label=\"Output of cell {cell.Number}\">{html}</div>\n";
        }
        if (mimeType.StartsWith("image/", StringComparison.Ordinal))
        {
            var source = $"data:{HtmlText.Escape(mimeType)};base64,{HtmlText.Escape(value)}";
            return $"<div class=\"nb-output\"><img alt=\"Picture put out by cell {cell.Number}\" src=\"{source}\"></div>\n";
        }
        if (mimeType == "text/markdown")
        {
            return $"<div class=\"nb-output nb-prose\">{fragments.Render(markdown.Render(value, folder, inContents: false), folder)}</div>\n";
        }
        return $"<pre class=\"nb-output nb-plain nb-scroll\" data-label=\"Output of cell {cell.Number}\">{HtmlText.Escape(value)}</pre>\n";
    }

    private static string Printed(string style, string label, CellRun cell, TextOutput text)
    {
        var clean = ConsoleText.Clean(text.Text);
        // Tables keep their lines and scroll; sentences are read whole.
        if (Array.Exists(clean.Split('\n'), l => l.Length > LongestTableLine)) style += " nb-wrap";
        return string.IsNullOrWhiteSpace(clean) ? string.Empty : $"<pre class=\"nb-output {style} nb-scroll\" data-label=\"{label} {cell.Number}\">{HtmlText.Escape(clean)}</pre>\n";
    }
}
