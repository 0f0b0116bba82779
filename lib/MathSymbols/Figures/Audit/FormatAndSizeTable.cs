using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Figures.Formatting;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>How many images of each class have each format and size, and how far these give the class away.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<FormatAndSizeTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class FormatAndSizeTable : IHtmlValue
{
    private const int MostKinds = 12;

    private readonly FormatAndSize? _found;
    private readonly ImageFolder _images;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows what an audit found.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public FormatAndSizeTable(DatasetAudit audit, string title = "Classes by format and size", string? note = null, string name = "format-and-size")
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_found, _images, _title, _note, _name) = (audit.FormatAndSize, audit.Images, title, note, name);
    }

    /// <summary>What the table comes to, in two sentences.</summary>
    public string Sentence => _found is null ? "No image can be used." : string.Create(
        CultureInfo.InvariantCulture,
        $"Without looking at the picture, {ShareText.Of(_found.Accuracy, _found.Interval)} of the images are told, each by the most frequent class of its format and size among the other nine tenths; by the largest class alone, {100.0 * _found.Largest / _found.Count:0.0} %. Cramér's V, corrected for bias, is {_found.CramersV:0.000}.");

    /// <summary>A row a class and a column for each of the most frequent kinds of file; the rarer ones together make the last.</summary>
    public FigureTable Table
    {
        get
        {
            if (_found is null) return new(["class"], []);
            int[] kinds = [.. Enumerable.Range(0, _found.Kinds.Count).OrderByDescending(Sum).Take(MostKinds).Order()];
            int[] rest = [.. Enumerable.Range(0, _found.Kinds.Count).Except(kinds)];
            IReadOnlyList<object> Row(int label) =>
                [Printable.Of(_images.ClassNames[label]), .. kinds.Select(k => (object)_found.Counts[label, k]), .. rest.Length > 0 ? (object[])[rest.Sum(k => _found.Counts[label, k])] : []];
            return new(["class", .. kinds.Select(k => _found.Kinds[k].ToString()), .. rest.Length > 0 ? (string[])[$"{rest.Length} others"] : []], [.. Enumerable.Range(0, _images.ClassNames.Count).Select(Row)]);
        }
    }

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report(), Sentence);

    /// <inheritdoc/>
    public override string ToString() => $"{TableText.Of(_title, Table)}\n{Sentence}";

    private long Sum(int kind) => Enumerable.Range(0, _images.ClassNames.Count).Sum(c => _found!.Counts[c, kind]);

    private JsonObject Report() => _found is null ? [] : new()
    {
        ["images"] = _found.Count,
        ["kinds"] = _found.Kinds.Count,
        ["correct"] = _found.Correct,
        ["accuracy"] = _found.Accuracy,
        ["largest_class"] = _found.Largest,
        ["cramers_v"] = _found.CramersV,
    };
}
