using System.Text.Json.Nodes;
using MathSymbols.Evaluation;
using MathSymbols.Figures.Formatting;
using MathSymbols.Ledger;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Every figure of the report beside this run's and the committed full run's: a table by sections, and below it, folded, what the report prints as tables.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<LedgerTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class LedgerTable : IHtmlValue
{
    private readonly ReportLedger _ledger;
    private readonly string _title;
    private readonly string _note;
    private readonly string _name;

    /// <summary>Shows a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="title">What stands above the table.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line; which runs are compared is said in any case.</param>
    /// <param name="name">The name in report.json.</param>
    public LedgerTable(ReportLedger ledger, string title = "The report's figures, and ours", string? note = null, string name = "ledger")
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentException.ThrowIfNullOrEmpty(title);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_ledger, _title, _name) = (ledger, title, name);
        _note = note is null ? ledger.Sides : $"{note} · {ledger.Sides}";
    }

    /// <summary>The columns' names and one row of texts a figure.</summary>
    public FigureTable Table => new(
        ["Section", "Figure", "Report", "This run", "Verdict", "Full run", "Verdict", "Why"],
        [.. _ledger.Rows.Select(r => (IReadOnlyList<object>)[r.Figure.Section, r.Figure.What, r.Figure.Text, r.This.Text, r.This.Verdict.Word(), r.Full.Text, r.Full.Verdict.Word(), r.Reason ?? ""])]);

    /// <summary>The ledger as an HTML fragment.</summary>
    public string Html => LedgerHtml.Page(_title, _note, _name, _ledger, Report());

    /// <inheritdoc/>
    public override string ToString() => $"{TableText.Of(_title, Table)}\n{_ledger.Summary}\n{_note}";

    private JsonObject Report() => new()
    {
        ["figures"] = _ledger.Rows.Count,
        ["this_run"] = Count(_ledger.Rows.Select(r => r.This)),
        ["full_run"] = Count(_ledger.Rows.Select(r => r.Full)),
        ["rows"] = new JsonArray([.. _ledger.Rows.Select(Row)]),
    };

    private static JsonObject Count(IEnumerable<LedgerCell> cells)
    {
        var count = LedgerCount.Of(cells);
        return new() { ["agrees"] = count.Agrees, ["differs"] = count.Differs, ["not_compared"] = count.NotComparable, ["missing"] = count.Missing };
    }

    private static JsonObject Row(LedgerRow row) => new()
    {
        ["id"] = row.Figure.Id,
        ["section"] = row.Figure.Section,
        ["what"] = row.Figure.What,
        ["report"] = row.Figure.Value,
        ["this_run"] = Cell(row.This),
        ["full_run"] = Cell(row.Full),
        ["reason"] = row.Reason,
    };

    private static JsonObject Cell(LedgerCell cell) => new() { ["value"] = cell.Text, ["interval"] = Ends(cell.Interval), ["verdict"] = cell.Verdict.Word() };

    private static JsonArray? Ends(Interval? interval) => interval is null ? null : JsonNumbers.Array([interval.Low, interval.High]);
}
