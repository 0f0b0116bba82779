using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Evaluation;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>The report's confusion matrix as a heatmap: observations down, predictions across, square, zero light, the numbers in the cells.</summary>
public static class ConfusionHeatmap
{
    private const int Named = 3;

    /// <summary>Draws a confusion matrix.</summary>
    /// <param name="matrix">The counts.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="by">What the counts are divided by; shares stand in the cells in per cent. The table has the counts in any case.</param>
    public static Figure Create(ConfusionMatrix matrix, string title = "Confusion matrix", string? note = null, string? name = null, NormalizeBy by = NormalizeBy.None)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var spec = Spec(matrix, by);
        return new(
            title, Describe(matrix, by), name, note, Table(matrix), Report(matrix, by),
            figure => ChartHtml.Content(figure, PlotlyBridge.Shared.Json(spec), "ms-chart ms-square"), _ => StaticHeatmap.Png(spec));
    }

    private static HeatmapSpec Spec(ConfusionMatrix matrix, NormalizeBy by)
    {
        var (names, shares, factor) = (matrix.ClassNames, matrix.Normalized(by), by == NormalizeBy.None ? 1 : 100);
        var values = Cells((i, j) => factor * shares[i, j]);
        return new("Prediction", by == NormalizeBy.None ? "Observation" : $"Observation ({Unit(by)})", [.. names], values, Cells((i, j) => Text(values[i][j])), Cells(Hover), values.Max(row => row.Max()));

        T[][] Cells<T>(Func<int, int, T> cell) => [.. names.Select((_, i) => names.Select((_, j) => cell(i, j)).ToArray())];

        string Hover(int i, int j)
        {
            var share = by == NormalizeBy.None ? "" : string.Create(CultureInfo.InvariantCulture, $", {shares[i, j]:P2} {Whole(by)}");
            return string.Create(CultureInfo.InvariantCulture, $"{names[i]} predicted as {names[j]}: {matrix[i, j]:N0}{share}");
        }
    }

    private static string Text(double value) => value is > 0 and < 0.5 ? "<1" : value.ToString("0", CultureInfo.InvariantCulture);

    private static string Unit(NormalizeBy by) => $"% {Whole(by)}";

    private static string Whole(NormalizeBy by) => by switch { NormalizeBy.Row => "of the observed class", NormalizeBy.Column => "of the predicted class", _ => "of all images" };

    private static string Describe(ConfusionMatrix matrix, NormalizeBy by)
    {
        var n = matrix.ClassNames.Count;
        var shown = by == NormalizeBy.None ? "counts" : Unit(by).Replace("%", "per cent", StringComparison.Ordinal);
        var text = string.Create(CultureInfo.InvariantCulture, $"Heatmap of a confusion matrix of {n} × {n} classes in {shown}, observations down, predictions across, darker for more. {matrix.Correct:N0} of {matrix.Total:N0} images ({matrix.Accuracy:P1}) are on the diagonal, classified correctly.");
        var confused = matrix.MostConfused(Named).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Observation} for {c.Prediction} ({c.Count:N0})")).ToList();
        return confused.Count == 0 ? text : $"{text} Most often taken for another: {string.Join(", ", confused)}.";
    }

    private static FigureTable Table(ConfusionMatrix matrix) => new(
        ["Observation", .. matrix.ClassNames],
        [.. matrix.ClassNames.Select((name, i) => (IReadOnlyList<object>)[name, .. matrix.ClassNames.Select((_, j) => (object)matrix[i, j])])]);

    private static JsonObject Report(ConfusionMatrix matrix, NormalizeBy by) => new()
    {
        ["classes"] = JsonNumbers.Array(matrix.ClassNames),
        ["counts"] = new JsonArray([.. matrix.ClassNames.Select((_, i) => JsonNumbers.Array(matrix.ClassNames.Select((_, j) => matrix[i, j])))]),
        ["normalized_by"] = by.ToString().ToLowerInvariant(),
        ["images"] = matrix.Total,
        ["correct"] = matrix.Correct,
        ["accuracy"] = matrix.Accuracy,
    };
}
