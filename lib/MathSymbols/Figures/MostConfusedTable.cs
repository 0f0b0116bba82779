using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Evaluation;
using MathSymbols.Figures.Formatting;

namespace MathSymbols.Figures;

/// <summary>The pairs of classes confused most often, a row a pair.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<MostConfusedTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class MostConfusedTable : IHtmlValue
{
    private readonly ConfusionMatrix _matrix;
    private readonly IReadOnlyList<Confusion> _pairs;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows what a confusion matrix has outside its diagonal.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="count">How many pairs at most, at least 0.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public MostConfusedTable(ConfusionMatrix matrix, int count = 10, string title = "Most confused", string? note = null, string name = "most-confused")
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_matrix, _pairs, _title, _note, _name) = (matrix, matrix.MostConfused(count), title, note, name);
    }

    /// <summary>The columns' names and a row a pair.</summary>
    public FigureTable Table => new(
        ["Observation", "Prediction", "Images", "Share of class"],
        [.. _pairs.Select(p => (IReadOnlyList<object>)[p.Observation, p.Prediction, p.Count, p.Share.ToString("P1", CultureInfo.InvariantCulture)])]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report(), Sum);

    private string Sum
    {
        get
        {
            var (wrong, shown) = (_matrix.Total - _matrix.Correct, _pairs.Sum(p => p.Count));
            return wrong == 0
                ? string.Create(CultureInfo.InvariantCulture, $"None of the {_matrix.Total:N0} images is misclassified.")
                : string.Create(CultureInfo.InvariantCulture, $"{wrong:N0} of {_matrix.Total:N0} images are misclassified; these pairs are {shown:N0} of them.");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{TableText.Of(_title, Table)}\n{Sum}";

    private JsonObject Report() => new()
    {
        ["images"] = _matrix.Total,
        ["wrong"] = _matrix.Total - _matrix.Correct,
        ["pairs"] = new JsonArray([.. _pairs.Select(p => new JsonObject { ["observation"] = p.Observation, ["prediction"] = p.Prediction, ["images"] = p.Count, ["share"] = p.Share })]),
    };
}
