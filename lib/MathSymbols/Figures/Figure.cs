using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>A figure that a notebook shows by itself: as HTML where scripts run, as an image where they do not.</summary>
[TypeFormatterSource(typeof(FigureFormatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Png])]
public sealed class Figure
{
    private readonly Lazy<string> _html;
    private readonly Lazy<byte[]> _png;

    internal Figure(string title, string altText, string? name, string? note, FigureTable table, JsonObject report, Func<Figure, string> content, Func<Figure, byte[]> png)
    {
        Title = title;
        AltText = altText;
        Name = string.IsNullOrEmpty(name) ? Slug.Of(title) : name;
        Note = note;
        Table = table;
        Report = report;
        _png = new Lazy<byte[]>(() => png(this));
        _html = new Lazy<string>(() => FigureHtml.Page(this, content(this)));
    }

    /// <summary>What stands above the figure.</summary>
    public string Title { get; }

    /// <summary>What the figure shows, for those who do not see it.</summary>
    public string AltText { get; }

    /// <summary>The name under which its numbers stand in report.json.</summary>
    public string Name { get; }

    /// <summary>Which profile, dataset and device made it, in one line; null if not said.</summary>
    public string? Note { get; }

    /// <summary>The numbers behind it.</summary>
    public FigureTable Table { get; }

    /// <summary>The figure as an HTML fragment that needs no network; made at first use, then the same.</summary>
    /// <exception cref="PlotlyNotFoundException">It is a chart, and the folder plotly is not beside the library.</exception>
    public string Html => _html.Value;

    /// <summary>The figure as a PNG image on white, two pixels a point; drawn at first use.</summary>
    public ReadOnlyMemory<byte> Png => _png.Value;

    internal JsonObject Report { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Title}: {AltText}";
}
