using System.Text.Json;
using Xunit;

namespace MathSymbols.Plotly.Tests;

public sealed class PlotlyChartsTests
{
    [Fact]
    public void Lines_are_drawn_panel_by_panel_with_one_legend()
    {
        var figure = Parse(PlotlyCharts.Panels([LinePanel("Model loss", []), LinePanel("Model accuracy", [0, 1])]));
        var data = figure.GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["Train", "Val", "Train", "Val"], data.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal([true, true, false, false], data.Select(t => t.GetProperty("showlegend").GetBoolean()));
        Assert.Equal([("solid", "lines+markers"), ("dash", "lines")], data[..2].Select(t => (t.GetProperty("line").GetProperty("dash").GetString()!, t.GetProperty("mode").GetString()!)));
        Assert.All(data, t => Assert.Equal(3, t.GetProperty("x").GetArrayLength()));
        Assert.Equal("#1f77b4", data[0].GetProperty("line").GetProperty("color").GetString());
        Assert.Equal(1, figure.GetProperty("layout").GetProperty("xaxis").GetProperty("dtick").GetDouble());
        Assert.Equal([0, 1], figure.GetProperty("layout").GetProperty("yaxis2").GetProperty("range").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public void The_narrow_layout_stacks_the_same_panels()
    {
        var figure = Parse(PlotlyCharts.Panels([LinePanel("A", []), LinePanel("B", [])]));
        var (wide, narrow) = (figure.GetProperty("layout"), figure.GetProperty("narrow"));
        Assert.Equal((1, 2), Shape(wide));
        Assert.Equal((2, 1), Shape(narrow));
        Assert.Equal(["A", "B"], narrow.GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
        Assert.Equal(wide.GetProperty("xaxis2").GetRawText(), narrow.GetProperty("xaxis2").GetRawText());
        Assert.True(narrow.GetProperty("height").GetInt32() > wide.GetProperty("height").GetInt32());
    }

    [Fact]
    public void Bars_stand_on_their_base()
    {
        var figure = Parse(PlotlyCharts.Panels([("Zoom in", "Pixel Values", "Counts", [], [0, 100], 0, [], [("Counts", "#1f77b4", [0.5, 1.5], [7, 9], 1, 1)])]));
        var trace = Assert.Single(figure.GetProperty("data").EnumerateArray());
        Assert.Equal("bar", trace.GetProperty("type").GetString());
        Assert.Equal(1, trace.GetProperty("base").GetDouble());
        Assert.Equal(1, trace.GetProperty("width").GetDouble());
        Assert.Equal([7, 9], trace.GetProperty("y").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public void A_heatmap_has_its_texts_in_a_trace_for_each_colour()
    {
        var figure = Parse(PlotlyCharts.Heatmap("x", "y", (["<b>", "b"], [[0, 4], [2, 1]], [["0", "<4"], ["2", "1"]], [["#000000", "#ffffff"], ["#000000", "#000000"]], [["h", "i"], ["j", "<k>"]]), 4, ["#eeeeee", "#111111"]));
        var data = figure.GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["heatmap", "scatter", "scatter"], data.Select(t => t.GetProperty("type").GetString()));
        Assert.Equal(("[0,0,1]", "[0,1,1]", "[\"0\",\"2\",\"1\"]"), (data[1].GetProperty("x").GetRawText(), data[1].GetProperty("y").GetRawText(), data[1].GetProperty("text").GetRawText()));
        Assert.Equal(("text", "#ffffff", "&lt;4"), (data[2].GetProperty("mode").GetString(), data[2].GetProperty("textfont").GetProperty("color").GetString(), data[2].GetProperty("text")[0].GetString()));
        Assert.Equal("&lt;k&gt;", data[0].GetProperty("hovertext")[1][1].GetString());
        Assert.Equal("&lt;b&gt;", figure.GetProperty("layout").GetProperty("xaxis").GetProperty("ticktext")[0].GetString());
        Assert.True(figure.GetProperty("narrow").GetProperty("height").GetInt32() < figure.GetProperty("layout").GetProperty("height").GetInt32());
        Assert.Equal([0, 4], figure.GetProperty("layout").GetProperty("coloraxis").EnumerateObject().Where(p => p.Name is "cmin" or "cmax").OrderByDescending(p => p.Name).Select(p => p.Value.GetDouble()));
    }

    [Fact]
    public void A_heatmap_of_another_shape_is_refused()
    {
        Assert.Throws<ArgumentException>(() => PlotlyCharts.Heatmap("x", "y", ([], [], [], [], []), 1, ["#eeeeee", "#111111"]));
        Assert.Throws<ArgumentException>(() => PlotlyCharts.Heatmap("x", "y", (["a"], [[1, 2]], [["1"]], [["#000000"]], [[""]]), 1, ["#eeeeee", "#111111"]));
    }

    [Fact]
    public void Texts_are_shown_not_obeyed()
    {
        var json = PlotlyCharts.Panels([("<b>a</b> & b", "<i>x</i>", "y", [], [], 0, [("<u>n</u>", "#000000", [1], [1], false, true)], [])]);
        var figure = Parse(json);
        Assert.Equal("&lt;b&gt;a&lt;/b&gt; &amp; b", figure.GetProperty("layout").GetProperty("annotations")[0].GetProperty("text").GetString());
        Assert.Equal("&lt;u&gt;n&lt;/u&gt;", figure.GetProperty("data")[0].GetProperty("name").GetString());
        Assert.Equal("&lt;i&gt;x&lt;/i&gt;", figure.GetProperty("layout").GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.False(figure.GetProperty("config").GetProperty("displaylogo").GetBoolean());
    }

    [Fact]
    public void Series_of_unequal_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PlotlyCharts.Panels([("t", "x", "y", [], [], 0, [("n", "#000000", [1, 2], [1], false, true)], [])]));
        Assert.Throws<ArgumentException>(() => PlotlyCharts.Panels([("t", "x", "y", [], [], 0, [], [("n", "#000000", [1, 2], [1], 1, 0)])]));
    }

    [Fact]
    public void Bars_and_lines_share_a_chart_and_bars_stand_behind()
    {
        var bars = ("b", "x", "y", Array.Empty<double>(), Array.Empty<double>(), 0.0, new[] { ("Mean", "#000000", new[] { 1.0, 2 }, new[] { 1.0, 2 }, false, false), ("One", "#000000", [1.0], [1.0], false, false) }, new[] { ("Counts", "#000000", new[] { 1.0 }, new[] { 3.0 }, 1.0, 0.0) });
        var data = Parse(PlotlyCharts.Panels([bars, LinePanel("l", [])])).GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["Counts", "Mean", "One", "Train", "Val"], data.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["lines", "lines+markers"], data[1..3].Select(t => t.GetProperty("mode").GetString()));
        Assert.Equal([false, true, true, false, false], data.Select(t => t.GetProperty("showlegend").GetBoolean()));
    }

    [Fact]
    public void A_chart_needs_a_panel() => Assert.Throws<ArgumentException>(() => PlotlyCharts.Panels([]));

    [Fact]
    public void Plotly_js_fits_into_a_script_element()
    {
        var source = PlotlyCharts.PlotlyJs();
        Assert.Contains("plotly.js v2.28.0", source, StringComparison.Ordinal);
        Assert.DoesNotContain("</script", source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", source, StringComparison.Ordinal);
    }

    private static (string, string, string, double[], double[], double, (string, string, double[], double[], bool, bool)[], (string, string, double[], double[], double, double)[]) LinePanel(string title, double[] yRange) =>
        (title, "Epoch", "Loss", [], yRange, 1, [("Train", "#1f77b4", [1, 2, 3], [3, 2, 1], false, true), ("Val", "#d95f02", [1, 2, 3], [4, double.NaN, 2], true, false)], []);

    private static (int Rows, int Columns) Shape(JsonElement layout) =>
        (layout.GetProperty("grid").GetProperty("rows").GetInt32(), layout.GetProperty("grid").GetProperty("columns").GetInt32());

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
