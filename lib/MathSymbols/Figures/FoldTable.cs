using System.Text.Json.Nodes;
using MathSymbols.Evaluation.Parts;
using MathSymbols.Figures.Formatting;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>The accuracies of k-fold cross-validations, a row a model.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<FoldTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class FoldTable : IHtmlValue
{
    private const string Empty = "No fold has been trained.";

    private readonly IReadOnlyList<(string Label, FoldSummary Summary)> _models;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows models in the order given.</summary>
    /// <param name="models">A name and the folds of each; may be none.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">What a reader should know, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public FoldTable(IReadOnlyList<(string Label, FoldSummary Summary)> models, string title = "Fold by fold", string? note = null, string name = "folds")
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_models, _title, _note, _name) = (models, title, note, name);
    }

    /// <summary>The columns' names and a row a model.</summary>
    public FigureTable Table => new(
        ["Model", "Test accuracy, fold by fold", "Mean", "Standard deviation", "Lowest", "Highest", "Images", "All folds (95 %)"],
        [.. _models.Select(m => Row(m.Label, m.Summary))]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _models.Count == 0 ? Empty : _note, _name, Table, Report());

    /// <inheritdoc/>
    public override string ToString() => _models.Count == 0 ? $"{_title}: {Empty}" : TableText.Of(_title, Table) + (_note is null ? "" : "\n" + _note);

    private static IReadOnlyList<object> Row(string label, FoldSummary summary) =>
    [
        label, string.Join(", ", summary.Folds.Select(f => ShareText.Of(f.Accuracy))),
        ShareText.Of(summary.Mean), ShareText.Of(summary.StandardDeviation), ShareText.Of(summary.Lowest), ShareText.Of(summary.Highest),
        summary.Pooled.Count, ShareText.Of(summary.Pooled.Accuracy, summary.Pooled.Interval),
    ];

    private JsonObject Report() => new()
    {
        ["models"] = new JsonArray([.. _models.Select(m => new JsonObject
        {
            ["label"] = m.Label,
            ["folds"] = new JsonArray([.. m.Summary.Folds.Select(PartAccuracyTable.Part)]),
            ["mean"] = JsonNumbers.Number(m.Summary.Mean),
            ["standard_deviation"] = JsonNumbers.Number(m.Summary.StandardDeviation),
            ["lowest"] = m.Summary.Lowest,
            ["highest"] = m.Summary.Highest,
            ["pooled"] = PartAccuracyTable.Part(m.Summary.Pooled),
        })]),
    };
}
