using Newtonsoft.Json.Linq;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace MathSymbols.Plotly;

/// <summary>Puts panels into one Plotly.NET grid and writes it as JSON.</summary>
internal static class PanelChart
{
    private const int WideHeight = 340;
    private const int NarrowHeight = 300;

    // Plotly keeps no room for the rows of a legend that stands on the figure's lower edge; their number is estimated.
    private const int LegendRow = 20;
    private const int WideWidth = 860;
    private const int NarrowWidth = 330;

    /// <summary>One panel: its series on its own pair of axes.</summary>
    public static (string Title, GenericChart Chart) Panel(
        string title, string xTitle, string yTitle, double[] xRange, double[] yRange, double xStep, IEnumerable<GenericChart> series)
    {
        var chart = Chart.Combine(series)
            .WithXAxisStyle<double, double, string>(TitleText: Plain(xTitle), TitleStandoff: 8)
            .WithYAxisStyle<double, double, string>(TitleText: Plain(yTitle), TitleStandoff: 8);
        var layout = GenericChart.getLayout(chart);
        Style(layout, "xaxis", xRange, xStep);
        Style(layout, "yaxis", yRange, step: 0);
        return (Plain(title), chart);
    }

    /// <summary>The panels as one figure: data, layout, narrow, config.</summary>
    /// <param name="panels">Makes the panels afresh at each call: a grid changes the charts it is given.</param>
    /// <param name="legend">The names in the legend below; none for no legend.</param>
    public static string Json(Func<(string Title, GenericChart Chart)[]> panels, IReadOnlyList<string> legend)
    {
        var wide = JObject.Parse(GenericChart.toFigureJson(Grid(panels(), legend, sideBySide: true)));
        var narrow = JObject.Parse(GenericChart.toFigureJson(Grid(panels(), legend, sideBySide: false)));
        return Json(wide, narrow);
    }

    /// <summary>Data and layout of one figure, and the layout of another as narrow.</summary>
    public static string Json(JObject wide, JObject narrow) => new JObject
    {
        ["data"] = wide["data"],
        ["layout"] = wide["layout"],
        ["narrow"] = narrow["layout"],
        ["config"] = new JObject
        {
            ["displaylogo"] = false,
            // The page sizes the chart itself: it also changes the layout.
            ["responsive"] = false,
            ["typesetMath"] = false,
            ["modeBarButtonsToRemove"] = new JArray("select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d"),
        },
    }.ToString(Newtonsoft.Json.Formatting.None);

    /// <summary>Plotly reads a small HTML in its texts; this shows such text as it stands.</summary>
    public static string Plain(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static GenericChart Grid((string Title, GenericChart Chart)[] panels, IReadOnlyList<string> legend, bool sideBySide)
    {
        if (panels.Length == 0)
            throw new ArgumentException("A chart needs at least one panel.", nameof(panels));
        var rows = sideBySide ? 1 : panels.Length;
        var grid = Chart.Grid(
            panels.Select(p => p.Chart), rows, panels.Length / rows,
            SubPlotTitles: panels.Select(p => p.Title).ToArray(),
            Pattern: StyleParam.LayoutGridPattern.Independent,
            XGap: 0.2, YGap: 0.35);
        var layout = GenericChart.getLayout(grid);
        var more = LegendRow * MoreRows(legend, sideBySide ? WideWidth : NarrowWidth);
        layout.SetProperty("height", (sideBySide ? WideHeight : NarrowHeight * rows) + more);
        layout.SetProperty("margin", new Dictionary<string, int> { ["l"] = 60, ["r"] = 16, ["t"] = 48, ["b"] = legend.Count > 0 ? 76 + more : 48 });
        layout.SetProperty("legend", new Dictionary<string, object>
        {
            ["orientation"] = "h", ["x"] = 0, ["yref"] = "container", ["y"] = 0, ["yanchor"] = "bottom",
        });
        return grid;
    }

    // Entries stand in columns as wide as the longest: about 7 px a letter, 50 px for the line and the gap.
    private static int MoreRows(IReadOnlyList<string> legend, int width)
    {
        if (legend.Count == 0) return 0;
        var columns = Math.Max(1, width / (7 * legend.Max(n => n.Length) + 50));
        return (legend.Count - 1) / columns;
    }

    private static void Style(Layout layout, string axis, double[] range, double step)
    {
        var settings = layout.TryGetTypedPropertyValue<LinearAxis>(axis)?.Value
            ?? throw new InvalidOperationException($"Plotly.NET made no {axis}.");
        settings.SetProperty("automargin", true);
        settings.SetProperty("zeroline", false);
        if (range.Length == 2)
            settings.SetProperty("range", range);
        if (step > 0)
            settings.SetProperty("dtick", step);
    }
}
