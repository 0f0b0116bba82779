using System.Net;
using MathSymbols.Notebooks.Events;
using MathSymbols.Notebooks.Format;
using MathSymbols.Notebooks.Hosting;

namespace MathSymbols.Notebooks.Scripting;

/// <summary>The languages other than C#: those that only show something, and those that are not run here.</summary>
internal static class Languages
{
    /// <summary>Fails with a sentence for a language that is not run here.</summary>
    internal static void Check(Segment segment, CellSource source)
    {
        if (segment.Command is not null || segment.Language is Cell.CSharp or Cell.Html or Cell.Markdown or Cell.Mermaid or Cell.Value) return;
        throw new CellFailure(new CellError(
            "language",
            $"{source.Label}, line {segment.Line}: cells in {segment.Language} cannot be run here; only csharp, markdown, html, mermaid and value can.",
            source.Imported ? source.Label : null,
            segment.Line,
            source.Line(segment.Line)));
    }

    /// <summary>Shows a piece of a language that is not code.</summary>
    internal static void Show(Segment segment)
    {
        switch (segment.Language)
        {
            case Cell.Html:
                DisplaySink.Show("text/html", segment.Text);
                break;
            case Cell.Markdown:
                DisplaySink.Show("text/markdown", segment.Text);
                break;
            case Cell.Mermaid:
                // The engine draws it with a script from the network; a page that stands alone shows the source.
                DisplaySink.Show("text/html", $"<pre class=\"nb-mermaid\" role=\"img\" aria-label=\"Diagram, as its Mermaid source\">{WebUtility.HtmlEncode(segment.Text)}</pre>");
                break;
            case Cell.Value:
                // As in the engine text without a name is kept nowhere.
                break;
        }
    }
}
