using System.Text.Json.Nodes;
using MathSymbols.Evaluation.Parts;
using MathSymbols.Figures.Formatting;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>The accuracy on parts of the images, a row a part.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<PartAccuracyTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class PartAccuracyTable : IHtmlValue
{
    private readonly IReadOnlyList<PartAccuracy> _parts;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows parts in the order given.</summary>
    /// <param name="parts">The parts; one without an image has a dash for its accuracy.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">What a reader should know, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public PartAccuracyTable(IReadOnlyList<PartAccuracy> parts, string title = "Accuracy on parts of the images", string? note = null, string name = "parts")
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_parts, _title, _note, _name) = (parts, title, note, name);
    }

    /// <summary>The columns' names and a row a part.</summary>
    public FigureTable Table => new(["Part", "Images", "Right", "Accuracy (95 %)"], [.. _parts.Select(p => (IReadOnlyList<object>)[p.Name, p.Count, p.Correct, ShareText.Of(p.Accuracy, p.Interval)])]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report());

    /// <inheritdoc/>
    public override string ToString() => TableText.Of(_title, Table) + (_note is null ? "" : "\n" + _note);

    private JsonObject Report() => new() { ["parts"] = new JsonArray([.. _parts.Select(Part)]) };

    /// <summary>A part in report.json.</summary>
    internal static JsonObject Part(PartAccuracy part) => new()
    {
        ["name"] = part.Name,
        ["correct"] = part.Correct,
        ["count"] = part.Count,
        ["accuracy"] = JsonNumbers.Number(part.Accuracy),
        ["interval"] = part.Interval is { } interval ? JsonNumbers.Array([interval.Low, interval.High]) : null,
    };
}
