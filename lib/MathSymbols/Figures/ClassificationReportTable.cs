using System.Text.Json.Nodes;
using MathSymbols.Evaluation;
using MathSymbols.Figures.Formatting;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>A classification report as a table; as text it is scikit-learn's.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<ClassificationReportTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class ClassificationReportTable : IHtmlValue
{
    private readonly ClassificationReport _report;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;
    private readonly int _digits;

    /// <summary>Shows a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    /// <param name="digits">Decimals of the scores, at least 0; report.json keeps all.</param>
    public ClassificationReportTable(ClassificationReport report, string title = "Classification report", string? note = null, string name = "classification-report", int digits = 2)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        (_report, _title, _note, _name, _digits) = (report, title, note, name, digits);
    }

    /// <summary>The columns' names; a row a class, then accuracy or micro average, macro and weighted average.</summary>
    public FigureTable Table => new(
        ["Class", "Precision", "Recall", "F1-score", "Support"],
        [.. _report.Classes.Select(Row), Micro(), Row(_report.Macro), Row(_report.Weighted)]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report());

    /// <inheritdoc/>
    public override string ToString() => _report.Text(_digits);

    private IReadOnlyList<object> Row(ClassScores row) => [row.Name, Text(row.Precision), Text(row.Recall), Text(row.F1), row.Support];

    private IReadOnlyList<object> Micro() => _report.MicroIsAccuracy ? [_report.Micro.Name, "", "", Text(_report.Micro.F1), _report.Micro.Support] : Row(_report.Micro);

    private string Text(double score) => PythonFloat.Fixed(score, _digits);

    private JsonObject Report() => new()
    {
        ["accuracy"] = _report.Accuracy is { } accuracy ? JsonNumbers.Number(accuracy) : null,
        ["micro"] = Numbers(_report.Micro),
        ["macro"] = Numbers(_report.Macro),
        ["weighted"] = Numbers(_report.Weighted),
        ["classes"] = new JsonObject(_report.Classes.Select(c => KeyValuePair.Create(c.Name, (JsonNode?)Numbers(c)))),
        ["text"] = _report.Text(_digits),
    };

    private static JsonObject Numbers(ClassScores row) => new()
    {
        ["precision"] = JsonNumbers.Number(row.Precision), ["recall"] = JsonNumbers.Number(row.Recall), ["f1"] = JsonNumbers.Number(row.F1), ["support"] = row.Support,
    };
}
