using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Runs compared: one row a run, with its settings and what came out.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<RunTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class RunTable : IHtmlValue
{
    private const string Missing = "–";

    private static readonly string[] Columns =
    [
        "Run", "Whose", "Hyper-parameters", "Epochs", "Test accuracy, last epoch", "Test accuracy, best epoch", "Val accuracy, last", "Val accuracy, best",
        "Profile", "Model", "Data", "Finished (UTC)",
    ];

    private readonly IReadOnlyList<StoredRun> _runs;
    private readonly string _title;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Compares runs, in the order given.</summary>
    /// <param name="runs">The runs; may be none.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">What a reader should know, in one line; that intervals are of 95 % is said in any case.</param>
    /// <param name="name">The name in report.json.</param>
    public RunTable(IReadOnlyList<StoredRun> runs, string title = "Runs", string? note = null, string name = "runs")
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_runs, _title, _name) = (runs, title, name);
        const string Intervals = "Behind a test accuracy stands its 95 % interval (Wilson).";
        _note = note is null ? Intervals : $"{note} · {Intervals}";
    }

    /// <summary>The columns' names and one row of texts a run.</summary>
    public FigureTable Table => new(Columns, [.. _runs.Select(r => (IReadOnlyList<object>)Cells(r))]);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(_title, _note, _name, Table, Report());

    /// <summary>An accuracy and its interval: "81.9 % (79.4–84.2)"; a dash where it was not measured.</summary>
    /// <param name="result">The result, or null.</param>
    public static string Text(RunResult? result) => result is null ? Missing : ShareText.Of(result.Accuracy, result.Interval);

    /// <inheritdoc/>
    public override string ToString() => $"{TableText.Of(_title, Table)}\n{_note}";

    private static object[] Cells(StoredRun run)
    {
        var record = run.Record;
        var any = record.History.Epochs.Count > 0;
        return
        [
            run.Label, Whose(run), HyperParameters(record),
            string.Create(CultureInfo.InvariantCulture, $"{record.History.Epochs.Count} of {record.EpochsPlanned}"),
            Text(record.Result(RunWeights.LastEpoch, RunSet.Test)), Text(record.Result(RunWeights.BestEpoch, RunSet.Test)),
            any ? Percent(record.History.Last.ValidationAccuracy) : Missing, any ? Percent(record.History.Best.ValidationAccuracy) : Missing,
            record.Profile.Word(), record.Model, record.Data.Name,
            record.Finished.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        ];
    }

    /// <summary>A run's hyper-parameters: "activation relu, learning_rate 0.001".</summary>
    internal static string HyperParameters(RunRecord record) => string.Join(", ", record.HyperParameters.Select(p => $"{p.Key} {p.Value}"));

    private static string Whose(StoredRun run) => run.Committed ? "committed" : "own";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0} %");

    private JsonObject Report() => new()
    {
        ["runs"] = new JsonArray([.. _runs.Select(run => new JsonObject
        {
            ["id"] = run.Record.Id,
            ["label"] = run.Label,
            ["committed"] = run.Committed,
            ["model"] = run.Record.Model,
            ["data"] = run.Record.Data.Name,
            ["profile"] = run.Record.Profile.Word(),
            ["hyper_parameters"] = run.Record.HyperParameters.DeepClone(),
            ["epochs"] = run.Record.History.Epochs.Count,
            ["val_accuracy_best"] = run.Record.History.Epochs.Count > 0 ? JsonNumbers.Number(run.Record.History.Best.ValidationAccuracy) : null,
            ["val_accuracy_last"] = run.Record.History.Epochs.Count > 0 ? JsonNumbers.Number(run.Record.History.Last.ValidationAccuracy) : null,
            ["results"] = new JsonArray([.. run.Record.Results.Select(RunPartsFormat.Write)]),
            ["finished"] = RunRecordFormat.Text(run.Record.Finished),
        })]),
    };
}
