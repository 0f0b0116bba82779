using System.Text;

namespace MathSymbols.Notebooks.Page;

/// <summary>Text to HTML.</summary>
internal static class HtmlText
{
    internal static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                '\0' => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        }
        return html.ToString();
    }

    /// <summary>A text that cannot be shown as what it is, and why.</summary>
    internal static string Source(string why, string text) =>
        $"<p class=\"nb-note\">{Escape(why)}</p>\n<pre class=\"nb-plain nb-scroll\" data-label=\"Source\">{Escape(text)}</pre>\n";
}
