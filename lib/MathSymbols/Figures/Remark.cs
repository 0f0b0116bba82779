using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>What the numbers say, in words: a paragraph that a notebook computes, written to report.json too.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<Remark>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class Remark : IHtmlValue
{
    private readonly string _name;
    private readonly string _text;

    /// <summary>A paragraph.</summary>
    /// <param name="name">The name under which it stands in report.json.</param>
    /// <param name="text">Its text, shown as it stands.</param>
    public Remark(string name, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(text);
        (_name, _text) = (name, text);
    }

    /// <summary>The paragraph as an HTML fragment.</summary>
    public string Html => new StringBuilder("<p>").Append(FigureHtml.Encode(_text)).Append("</p>").Append(FigureHtml.Report(_name, new JsonObject { ["text"] = _text })).ToString();

    /// <inheritdoc/>
    public override string ToString() => _text;
}
