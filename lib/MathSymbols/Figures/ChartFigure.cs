using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;

namespace MathSymbols.Figures;

/// <summary>Makes a figure of a chart: interactive and static form from one description.</summary>
internal static class ChartFigure
{
    /// <summary>The figure; nothing is drawn before it is shown.</summary>
    public static Figure Create(ChartSpec chart, string title, string altText, string? name, string? note, FigureTable table, JsonObject report) =>
        new(title, altText, name, note, table, report, figure => ChartHtml.Content(figure, PlotlyBridge.Shared.Json(chart)), _ => StaticChart.Png(chart));
}
