using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace MathSymbols.Plotly;

/// <summary>Plotly.NET behind BCL types: values in, strings out.</summary>
/// <remarks>
/// A chart is one or more panels, each with its own axes, and one legend for all. The answer is one JSON object:
/// <c>data</c> (the traces), <c>layout</c> (panels side by side), <c>narrow</c> (the same panels one above the other, for a phone) and <c>config</c>.
/// It names no colour for text, paper or grid, so that the page can supply its own.
/// Names and titles are plain text: what looks like a tag is shown, not obeyed.
/// </remarks>
public static class PlotlyCharts
{
    private const string PlotlyResource = "Plotly.NET.plotly-2.28.0.min.js";

    /// <summary>Panels of lines and vertical bars; bars stand behind the lines.</summary>
    /// <param name="panels">
    /// One entry a panel. <c>XRange</c> and <c>YRange</c> are [low, high], or empty to fit the data; <c>XStep</c> is the distance of x ticks, or 0 to choose it.
    /// In a series <c>X</c> and <c>Y</c> have equal length; a NaN in <c>Y</c> leaves a gap; <c>Color</c> is <c>#rrggbb</c>. A line has a marker at each point
    /// if <c>Markers</c> says so, and a single point always has one, so that it is seen. For bars <c>X</c> are their centres, <c>Y</c> their heights above
    /// <c>Base</c>, <c>Width</c> their common width, both in axis units.
    /// </param>
    /// <returns>The figure as JSON.</returns>
    /// <exception cref="ArgumentException">There is no panel, or a series has fewer or more x than y values.</exception>
    public static string Panels(
        (string Title, string XTitle, string YTitle, double[] XRange, double[] YRange, double XStep,
            (string Name, string Color, double[] X, double[] Y, bool Dashed, bool Markers)[] Lines,
            (string Name, string Color, double[] X, double[] Y, double Width, double Base)[] Bars)[] panels)
    {
        ArgumentNullException.ThrowIfNull(panels);
        return PanelChart.Json(() => panels.Select((p, i) => PanelChart.Panel(
            p.Title, p.XTitle, p.YTitle, p.XRange, p.YRange, p.XStep,
            p.Bars.Select(s => Bar(s.Name, s.Color, s.X, s.Y, s.Width, s.Base))
                .Concat(p.Lines.Select(s => Line(s.Name, s.Color, s.X, s.Y, s.Dashed, s.Markers, showInLegend: i == 0))))).ToArray(),
            legend: panels.Length > 0 ? [.. panels[0].Lines.Select(s => s.Name)] : []);
    }

    /// <summary>A square heatmap with a text in each cell; the first row is on top.</summary>
    /// <param name="xTitle">Text below it.</param>
    /// <param name="yTitle">Text to its left.</param>
    /// <param name="cells">
    /// <c>Names</c> of rows and columns; all else has shape [names, names]: <c>Values</c>, 0 to <paramref name="top"/>, <c>Texts</c> with <c>TextColors</c> (<c>#rrggbb</c>), and what a cell says when it is pointed at.
    /// </param>
    /// <param name="top">The value of the last colour, above 0.</param>
    /// <param name="colors">Evenly spaced colours from 0 to <paramref name="top"/>, <c>#rrggbb</c>, at least two.</param>
    /// <returns>The figure as JSON.</returns>
    /// <exception cref="ArgumentException">There is no name, or a table has another shape.</exception>
    public static string Heatmap(
        string xTitle, string yTitle, (string[] Names, double[][] Values, string[][] Texts, string[][] TextColors, string[][] Hover) cells, double top, string[] colors)
    {
        ArgumentNullException.ThrowIfNull(colors);
        return HeatmapChart.Json(xTitle, yTitle, cells, top, colors);
    }

    /// <summary>The source of plotly.js 2.28.0 (3.6 MB), as Plotly.NET carries it.</summary>
    /// <exception cref="InvalidOperationException">This build of Plotly.NET carries another version.</exception>
    public static string PlotlyJs()
    {
        using var stream = typeof(GenericChart).Assembly.GetManifestResourceStream(PlotlyResource)
            ?? throw new InvalidOperationException($"Plotly.NET has no resource named {PlotlyResource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static GenericChart Line(string name, string color, double[] x, double[] y, bool dashed, bool markers, bool showInLegend)
    {
        RequirePairs(name, x, y);
        var lineColor = Color.fromString(color);
        var chart = Chart.Line<double, double, string>(
            x, y, ShowMarkers: markers || x.Length == 1, Name: PanelChart.Plain(name), ShowLegend: showInLegend,
            MarkerColor: lineColor, LineColor: lineColor, LineWidth: 2.0, LineDash: dashed ? StyleParam.DrawingStyle.Dash : StyleParam.DrawingStyle.Solid, UseDefaults: false);
        // One click in the legend hides the series in every panel.
        foreach (var trace in GenericChart.getTraces(chart))
            trace.SetProperty("legendgroup", name);
        return chart;
    }

    private static GenericChart Bar(string name, string color, double[] x, double[] y, double width, double @base)
    {
        RequirePairs(name, x, y);
        return Chart.Column<double, double, string>(
            y, Keys: x, Name: PanelChart.Plain(name), ShowLegend: false,
            MarkerColor: Color.fromString(color), Width: width, Base: @base, UseDefaults: false);
    }

    private static void RequirePairs(string name, double[] x, double[] y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"The series '{name}' has {x.Length} x values and {y.Length} y values.");
    }
}
