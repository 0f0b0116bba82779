using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>What models cost: parameters, megabytes, training time, time an image; a row a model.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<ModelCostTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class ModelCostTable : IHtmlValue
{
    private readonly IReadOnlyList<ModelCost> _models;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows models in the order given.</summary>
    /// <param name="models">The models; may be none.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">What a reader should know, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public ModelCostTable(IReadOnlyList<ModelCost> models, string title = "What they cost", string? note = null, string name = "cost")
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_models, _title, _note, _name) = (models, title, note, name);
    }

    /// <summary>The columns' names and a row a model.</summary>
    public FigureTable Table => new(["Model", "Parameters", "As float32", "Training", "One image"], [.. _models.Select(Row)]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report());

    /// <inheritdoc/>
    public override string ToString() => TableText.Of(_title, Table) + (_note is null ? "" : "\n" + _note);

    private static IReadOnlyList<object> Row(ModelCost cost) =>
    [
        cost.Name, cost.Parameters, DiskSpace.Size(cost.Bytes), cost.Trained is { } trained ? ProgressText.Duration(trained) : "–",
        cost.PerImage is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms") : "–",
    ];

    private JsonObject Report() => new()
    {
        ["models"] = new JsonArray([.. _models.Select(m => new JsonObject
        {
            ["name"] = m.Name,
            ["parameters"] = m.Parameters,
            ["training_seconds"] = m.Trained?.TotalSeconds,
            ["milliseconds_an_image"] = m.PerImage?.TotalMilliseconds,
        })]),
    };
}
