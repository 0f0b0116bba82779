using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Ledger;

namespace MathSymbols.Figures;

/// <summary>What the numbers say, point by point: a list that a notebook computes, written to report.json too.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<Sentences>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class Sentences : IHtmlValue
{
    private readonly string _name;
    private readonly IReadOnlyList<Point> _points;
    private readonly string _title;
    private readonly string? _note;

    /// <summary>A list.</summary>
    /// <param name="name">The name under which it stands in report.json.</param>
    /// <param name="points">Its points.</param>
    /// <param name="title">What stands above it.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    public Sentences(string name, IReadOnlyList<Point> points, string title, string? note = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentException.ThrowIfNullOrEmpty(title);
        (_name, _points, _title, _note) = (name, points, title, note);
    }

    /// <summary>The list as an HTML fragment.</summary>
    public string Html
    {
        get
        {
            var html = new StringBuilder("<ul>");
            foreach (var point in _points) html.Append("<li><strong>").Append(FigureHtml.Encode(Lead(point))).Append("</strong> ").Append(FigureHtml.Encode(point.Text)).Append("</li>");
            var report = new JsonObject { ["points"] = new JsonArray([.. _points.Select(p => new JsonObject { ["lead"] = p.Lead, ["text"] = p.Text })]) };
            return FigureHtml.Frame(_title, FigureHtml.Caption(_title, _note), html.Append("</ul>").ToString(), _name, report, numbered: "");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', _points.Select(p => $"- {Lead(p)} {p.Text}").Prepend(_title));

    // A sentence ends by itself; what is none gets a colon.
    private static string Lead(Point point) => point.Lead.EndsWith('.') ? point.Lead : point.Lead + ":";
}
