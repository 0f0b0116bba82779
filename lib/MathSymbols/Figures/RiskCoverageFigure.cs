using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Evaluation.Selective;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>The share of errors among the predictions that are accepted, against how many are: a line a model.</summary>
public static class RiskCoverageFigure
{
    /// <summary>How many models are drawn at most: more lines cannot be told apart.</summary>
    public const int MaximumModels = 8;

    private const int Levels = 100;

    /// <summary>Draws the curves at every whole percent of coverage, at the first point that reaches it.</summary>
    /// <param name="models">A name and a curve each, 1 to <see cref="MaximumModels"/>.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no model, or there are too many.</exception>
    public static Figure Create(IReadOnlyList<(string Label, RiskCoverageCurve Curve)> models, string title, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count is 0 or > MaximumModels) throw new ArgumentException($"There are {models.Count} models; 1 to {MaximumModels} can be drawn.", nameof(models));
        var drawn = models.Select(m => (m.Label, m.Curve, Points: AtLevels(m.Curve))).ToList();
        var lines = drawn.Select((m, i) => new LineSeries(m.Label, Palette.Lines[i], [.. m.Points.Select(p => p.Coverage)], [.. m.Points.Select(p => p.Risk)]) { Plain = true });
        var chart = new ChartSpec(new ChartPanel("Errors among accepted predictions", "Coverage: share accepted", "Risk: share wrong", [.. lines]) { XRange = (0, 1) });
        return ChartFigure.Create(chart, title, Describe(models), name, note, Table(drawn), Report(drawn));
    }

    private static List<RiskCoveragePoint> AtLevels(RiskCoverageCurve curve) =>
        [.. Enumerable.Range(1, Levels).Select(level => curve.Points.First(p => p.Accepted * Levels >= level * p.Count)).Distinct()];

    private static string Describe(IReadOnlyList<(string Label, RiskCoverageCurve Curve)> models)
    {
        var parts = models.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Label}: {ShareText.Of(m.Curve.Points[^1].Risk)} wrong when all are accepted, area under the curve {m.Curve.Area:0.00000}, {m.Curve.ExcessArea:0.00000} above the least that its accuracy allows"));
        return $"Line chart of the share of wrong predictions against the share that is accepted, the most confident first. {string.Join("; ", parts)}.";
    }

    private static FigureTable Table(List<(string Label, RiskCoverageCurve Curve, List<RiskCoveragePoint> Points)> models) => new(
        ["Model", "Coverage", "Threshold", "Accepted", "Wrong", "Risk"],
        [.. models.SelectMany(m => m.Points.Select(p => (IReadOnlyList<object>)[m.Label, p.Coverage, p.Threshold, p.Accepted, p.Wrong, p.Risk]))]);

    private static JsonObject Report(List<(string Label, RiskCoverageCurve Curve, List<RiskCoveragePoint> Points)> models) => new()
    {
        ["models"] = new JsonArray([.. models.Select(m => new JsonObject
        {
            ["label"] = m.Label,
            ["area"] = m.Curve.Area,
            ["excess_area"] = m.Curve.ExcessArea,
            ["coverage"] = JsonNumbers.Array(m.Points.Select(p => p.Coverage)),
            ["threshold"] = JsonNumbers.Array(m.Points.Select(p => p.Threshold)),
            ["risk"] = JsonNumbers.Array(m.Points.Select(p => p.Risk)),
        })]),
    };
}
