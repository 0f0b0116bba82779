using Newtonsoft.Json.Linq;
using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace MathSymbols.Plotly;

/// <summary>Makes a heatmap of Plotly.NET's charts: the cells, and over them their texts, a trace for each colour of text.</summary>
internal static class HeatmapChart
{
    // Room beside the cells: the buttons above, names and titles, and in the wide form the colours' bar.
    private const int Top = 34;
    private const int Left = 76;
    private const int Bottom = 76;
    private const int WideSide = 540;
    private const int NarrowSide = 280;

    /// <summary>The heatmap as one figure: data, layout, narrow, config.</summary>
    public static string Json(string xTitle, string yTitle, (string[] Names, double[][] Values, string[][] Texts, string[][] TextColors, string[][] Hover) cells, double top, string[] colors)
    {
        var n = cells.Names.Length;
        if (n == 0 || !IsSquare(cells.Values) || !IsSquare(cells.Texts) || !IsSquare(cells.TextColors) || !IsSquare(cells.Hover))
            throw new ArgumentException($"A heatmap of {n} names needs tables of {n} × {n} and at least one name.", nameof(cells));
        var chart = Chart.Combine([Cells(cells.Values, cells.Hover), .. Texts(cells.Texts, cells.TextColors)]);
        return PanelChart.Json(Figure(chart, isWide: true), Figure(chart, isWide: false));

        bool IsSquare<T>(T[][] table) => table.Length == n && table.All(row => row.Length == n);

        JObject Figure(GenericChart drawn, bool isWide)
        {
            var layout = new Layout();
            var side = isWide ? WideSide : NarrowSide;
            layout.SetProperty("height", side + Bottom + Top);
            layout.SetProperty("margin", new Dictionary<string, int> { ["l"] = isWide ? Left : 48, ["r"] = isWide ? 88 : 8, ["t"] = Top, ["b"] = Bottom });
            layout.SetProperty("font", new Dictionary<string, double> { ["size"] = FontSize((double)side / n, cells.Texts) });
            layout.SetProperty("showlegend", false);
            layout.SetProperty("xaxis", Axis(xTitle, [-0.5, n - 0.5]));
            var y = Axis(yTitle, [n - 0.5, -0.5]);
            y["scaleanchor"] = "x";
            layout.SetProperty("yaxis", y);
            layout.SetProperty("coloraxis", new Dictionary<string, object>
            {
                ["colorscale"] = colors.Select((c, i) => new object[] { (double)i / (colors.Length - 1), c }),
                ["cmin"] = 0, ["cmax"] = top, ["showscale"] = isWide,
                ["colorbar"] = new Dictionary<string, object> { ["thickness"] = 16, ["outlinewidth"] = 0, ["ypad"] = 0 },
            });
            return JObject.Parse(GenericChart.toFigureJson(GenericChart.setLayout(layout, drawn)));
        }

        Dictionary<string, object> Axis(string title, double[] range) => new()
        {
            ["title"] = new Dictionary<string, object> { ["text"] = PanelChart.Plain(title), ["standoff"] = 8 },
            ["range"] = range, ["constrain"] = "domain", ["showgrid"] = false, ["zeroline"] = false, ["automargin"] = true,
            ["tickmode"] = "array", ["tickvals"] = Enumerable.Range(0, n), ["ticktext"] = cells.Names.Select(PanelChart.Plain),
        };
    }

    private static GenericChart Cells(double[][] values, string[][] hover)
    {
        var chart = Chart.Heatmap<double, int, int, string>(values, XGap: 1, YGap: 1, UseDefaults: false);
        foreach (var trace in GenericChart.getTraces(chart))
        {
            trace.SetProperty("coloraxis", "coloraxis");
            trace.SetProperty("hovertext", hover.Select(row => row.Select(PanelChart.Plain)));
            trace.SetProperty("hoverinfo", "text");
        }

        return chart;
    }

    // A heatmap's own texts have one colour, or one that Plotly picks by brightness and that is hard to read on the middle blues.
    private static IEnumerable<GenericChart> Texts(string[][] texts, string[][] colors)
    {
        var cells = texts.SelectMany((row, i) => row.Select((text, j) => (Row: i, Column: j, Text: text, Color: colors[i][j])));
        foreach (var group in cells.GroupBy(c => c.Color))
        {
            var chart = Chart.Scatter<int, int, string>(
                group.Select(c => c.Column), group.Select(c => c.Row), StyleParam.Mode.Text, MultiText: group.Select(c => PanelChart.Plain(c.Text)).ToArray(), ShowLegend: false, UseDefaults: false);
            foreach (var trace in GenericChart.getTraces(chart))
            {
                trace.SetProperty("textfont", new Dictionary<string, string> { ["color"] = group.Key });
                trace.SetProperty("hoverinfo", "skip");
            }

            yield return chart;
        }
    }

    // A letter is about 0.56 of its size wide.
    private static double FontSize(double cell, string[][] texts)
    {
        var longest = texts.Max(row => row.Max(t => Math.Max(1, t.Length)));
        return Math.Round(Math.Clamp(Math.Min(0.62 * cell, 0.95 * cell / (0.56 * longest)), 6, 12), 1);
    }
}
