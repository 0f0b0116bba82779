using System.Globalization;
using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Runtime;

namespace MathSymbols.Ledger;

/// <summary>Every figure of the original report beside what this run and the committed full run give, with a verdict each and a reason wherever one is needed.</summary>
public sealed class ReportLedger
{
    private readonly Dictionary<string, LedgerRow> _rows;

    private ReportLedger(LedgerSide run, LedgerSide full, IReadOnlyList<LedgerRow> rows) =>
        (This, Full, Rows, _rows) = (run, full, rows, rows.ToDictionary(r => r.Figure.Id, StringComparer.Ordinal));

    /// <summary>This run: the latest own runs of the profile on these images.</summary>
    public LedgerSide This { get; }

    /// <summary>The committed full runs.</summary>
    public LedgerSide Full { get; }

    /// <summary>One row a figure, in the order of <see cref="ReportFigures.All"/>.</summary>
    public IReadOnlyList<LedgerRow> Rows { get; }

    /// <summary>The row of a figure.</summary>
    /// <param name="id">The figure's id.</param>
    /// <exception cref="KeyNotFoundException">The report has no such figure.</exception>
    public LedgerRow this[string id] => _rows[id];

    /// <summary>How often which verdict is given, in one or two sentences.</summary>
    public string Summary => string.Create(
        CultureInfo.InvariantCulture, $"{Rows.Count} figures of the report. This run {LedgerCount.Of(Rows.Select(r => r.This))}. The committed full run {LedgerCount.Of(Rows.Select(r => r.Full))}.");

    /// <summary>Which runs stand on the two sides, in one line.</summary>
    public string Sides => $"This run: {Names(This, "AlexNet not yet run", "VGG19 not yet run")} · Committed full run: {Names(Full, "none of AlexNet", "none of VGG19")}{(Full.Seeds.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (of {Full.Seeds.Count} seeds the median by test accuracy)") : "")}";

    /// <summary>Compares. Nothing that is missing or damaged among the runs makes it fail.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="data">The images, at the report's 224 pixels.</param>
    /// <param name="settings">The profile.</param>
    /// <param name="device">The device.</param>
    /// <param name="handwriting">What this run's classifier makes of own handwritten images; null when that was not tried.</param>
    /// <param name="fullHandwriting">What the committed classifier makes of them; null when that was not tried.</param>
    public static ReportLedger Of(RunStore runs, Dataset data, Settings settings, TorchDevice device, HandwritingCount? handwriting = null, HandwritingCount? fullHandwriting = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(device);
        var (run, full) = (LedgerSide.Own(runs, data, settings, device, handwriting), LedgerSide.Committed(runs, fullHandwriting));
        var reasons = new Reasons(new(data, settings, run, full), run, full);
        return new(run, full, [.. ReportFigures.All.Select(Row)]);

        LedgerRow Row(ReportFigure figure)
        {
            var (own, committed) = (LedgerCell.Of(figure, run.Of(figure)), LedgerCell.Of(figure, full.Of(figure)));
            return new(figure, own, committed, reasons.Of(figure, own, committed));
        }
    }

    private static string Names(LedgerSide side, string noAlexNet, string noVgg19) => $"{side.AlexNet?.Label ?? noAlexNet}, {side.Vgg19?.Label ?? noVgg19}";
}
