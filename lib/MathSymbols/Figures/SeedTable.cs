using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Runs;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>The same training with several seeds: test accuracies of the last epoch's weights, and their median.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<SeedTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class SeedTable : IHtmlValue
{
    private const string Empty = "There are no such runs.";

    private static readonly string[] Columns = ["Model", "Hyper-parameters", "Seeds", "Test accuracy, seed by seed", "Median (95 %)", "Val accuracy of the median run"];

    private readonly IReadOnlyList<SeedGroup> _groups;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Groups runs by what is not their seed.</summary>
    /// <param name="runs">The runs; may be none.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">What a reader should know, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public SeedTable(IEnumerable<StoredRun> runs, string title = "Seed by seed", string? note = null, string name = "seeds")
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_groups, _title, _note, _name) = (SeedGroup.Of(runs), title, note, name);
    }

    /// <summary>The columns' names and one row of texts a group.</summary>
    public FigureTable Table => new(Columns, [.. _groups.Select(g => (IReadOnlyList<object>)Cells(g))]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _groups.Count == 0 ? Empty : _note, _name, Table, Report());

    /// <inheritdoc/>
    public override string ToString() => _groups.Count == 0 ? $"{_title}: {Empty}" : $"{TableText.Of(_title, Table)}\n{_note}";

    private static object[] Cells(SeedGroup group)
    {
        var median = group.Median.Record;
        return
        [
            median.Model, RunTable.HyperParameters(median),
            string.Join(", ", group.Runs.Select(r => r.Record.Seed.ToString(CultureInfo.InvariantCulture))),
            string.Join(", ", group.Runs.Select(r => Percent(Accuracy(r)))),
            RunTable.Text(median.Result(RunWeights.LastEpoch, RunSet.Test)),
            Percent(median.Result(RunWeights.LastEpoch, RunSet.Validation)?.Accuracy),
        ];
    }

    private static double? Accuracy(StoredRun run) => run.Record.Result(RunWeights.LastEpoch, RunSet.Test)?.Accuracy;

    private static string Percent(double? share) => share is { } known ? string.Create(CultureInfo.InvariantCulture, $"{100 * known:0.00} %") : "–";

    private JsonObject Report() => new()
    {
        ["groups"] = new JsonArray([.. _groups.Select(g => new JsonObject
        {
            ["model"] = g.Median.Record.Model,
            ["hyper_parameters"] = g.Median.Record.HyperParameters.DeepClone(),
            ["seeds"] = JsonNumbers.Array(g.Runs.Select(r => (long)r.Record.Seed)),
            ["test_accuracy"] = JsonNumbers.Array(g.Runs.Select(r => Accuracy(r) ?? double.NaN)),
            ["median_run"] = g.Median.Label,
            ["median"] = JsonNumbers.Number(Accuracy(g.Median) ?? double.NaN),
        })]),
    };
}
