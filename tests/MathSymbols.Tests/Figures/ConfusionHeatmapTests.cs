using System.Text.Json;
using MathSymbols.Evaluation;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class ConfusionHeatmapTests
{
    private static readonly string[] Classes = ["1", "7", "z"];
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of(Classes, [(0, 0), (0, 0), (0, 0), (0, 1), (1, 1), (1, 0), (1, 0), (2, 2)]);

    [Fact]
    public void Observations_run_down_predictions_across_and_zero_is_light()
    {
        var figure = ConfusionHeatmap.Create(Matrix);
        var chart = Samples.Chart(figure.Html);
        var (cells, layout) = (chart.GetProperty("data")[0], chart.GetProperty("layout"));
        Assert.Equal("heatmap", cells.GetProperty("type").GetString());
        Assert.Equal([3, 1, 0, 2, 1, 0, 0, 0, 1], cells.GetProperty("z").EnumerateArray().SelectMany(r => r.EnumerateArray()).Select(v => v.GetDouble()));
        Assert.Equal(("Observation", "Prediction"), (Title(layout, "yaxis"), Title(layout, "xaxis")));
        Assert.Equal([2.5, -0.5], layout.GetProperty("yaxis").GetProperty("range").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal("x", layout.GetProperty("yaxis").GetProperty("scaleanchor").GetString());
        Assert.Equal(Classes, layout.GetProperty("xaxis").GetProperty("ticktext").EnumerateArray().Select(t => t.GetString()));
        var scale = layout.GetProperty("coloraxis");
        Assert.Equal((0, 3), (scale.GetProperty("cmin").GetDouble(), scale.GetProperty("cmax").GetDouble()));
        Assert.Equal((0, "#ffffd9"), (scale.GetProperty("colorscale")[0][0].GetDouble(), scale.GetProperty("colorscale")[0][1].GetString()));
        Assert.Equal((1, "#081d58"), (scale.GetProperty("colorscale")[8][0].GetDouble(), scale.GetProperty("colorscale")[8][1].GetString()));
        Assert.False(chart.GetProperty("narrow").GetProperty("coloraxis").GetProperty("showscale").GetBoolean());
        Pixels.AssertDrawn(figure, 2 * (6 + 42 + 560 + 90), 2 * (14 + 560 + 12 + 44));
    }

    [Fact]
    public void Every_cell_has_its_number_in_a_colour_that_is_read_on_it()
    {
        var data = Samples.Chart(ConfusionHeatmap.Create(Matrix).Html).GetProperty("data").EnumerateArray().ToArray();
        var texts = data[1..].SelectMany(Points).ToDictionary(p => (p.Row, p.Column));
        Assert.Equal(9, texts.Count);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                Assert.Equal($"{Matrix[i, j]}", texts[(i, j)].Text);
                Assert.True(ColorScale.Contrast(texts[(i, j)].Color, ColorScale.At(Matrix[i, j] / 3.0)) >= 4.5);
            }
        }
    }

    [Theory]
    [InlineData(NormalizeBy.Row, "Observation (% of the observed class)", "67")]
    [InlineData(NormalizeBy.Column, "Observation (% of the predicted class)", "40")]
    [InlineData(NormalizeBy.All, "Observation (% of all images)", "25")]
    public void Shares_stand_in_per_cent(NormalizeBy by, string title, string text)
    {
        var figure = ConfusionHeatmap.Create(Matrix, by: by);
        var chart = Samples.Chart(figure.Html);
        Assert.Equal(title, Title(chart.GetProperty("layout"), "yaxis"));
        Assert.Equal(text, chart.GetProperty("data").EnumerateArray().Skip(1).SelectMany(Points).Single(p => (p.Row, p.Column) == (1, 0)).Text);
        Assert.Equal((2L, by.ToString().ToLowerInvariant()), (figure.Table.Rows[1][1], Samples.Report(figure.Html).Values.GetProperty("normalized_by").GetString()));
    }

    [Fact]
    public void A_share_that_rounds_to_nothing_is_told_from_zero()
    {
        var many = ConfusionMatrix.Of(["a", "b"], [.. Enumerable.Repeat((0, 0), 999), (0, 1)]);
        Assert.Equal("&lt;1", Samples.Chart(ConfusionHeatmap.Create(many, by: NormalizeBy.Row).Html).GetProperty("data").EnumerateArray().Skip(1).SelectMany(Points).Single(p => (p.Row, p.Column) == (0, 1)).Text);
    }

    [Fact]
    public void The_alt_text_says_how_many_are_right_and_what_is_confused()
    {
        Assert.Equal(
            "Heatmap of a confusion matrix of 3 × 3 classes in counts, observations down, predictions across, darker for more. 5 of 8 images (62.5 %) are on the diagonal, classified correctly. Most often taken for another: 7 for 1 (2), 1 for 7 (1).",
            ConfusionHeatmap.Create(Matrix).AltText);
        Assert.EndsWith("classified correctly.", ConfusionHeatmap.Create(ConfusionMatrix.Of(Classes, [(0, 0)])).AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counts_are_in_the_table_and_the_report()
    {
        var figure = ConfusionHeatmap.Create(Matrix, name: "confusion");
        Assert.Equal(["Observation", "1", "7", "z"], figure.Table.Columns);
        Assert.Equal(["7", 2L, 1L, 0L], figure.Table.Rows[1]);
        var (name, values) = Samples.Report(figure.Html);
        Assert.Equal(("confusion", "[[3,1,0],[2,1,0],[0,0,1]]"), (name, values.GetProperty("counts").GetRawText()));
        Assert.Equal(0.625, values.GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public void The_scale_runs_from_light_to_dark_and_any_text_on_it_is_read()
    {
        Assert.Equal(["#ffffd9", "#41b6c4", "#081d58"], new[] { 0, 0.5, 1 }.Select(ColorScale.At));
        var colors = Enumerable.Range(0, 1001).Select(i => ColorScale.At(i / 1000.0)).ToList();
        Assert.All(colors, c => Assert.True(ColorScale.Contrast(c, ColorScale.TextOn(c)) >= 4.5));
        Assert.All(colors.Zip(colors.Skip(1)), pair => Assert.True(ColorScale.Contrast("#ffffff", pair.Second) >= ColorScale.Contrast("#ffffff", pair.First) - 0.05));
    }

    private static string? Title(JsonElement layout, string axis) => layout.GetProperty(axis).GetProperty("title").GetProperty("text").GetString();

    private static IEnumerable<(int Row, int Column, string Text, string Color)> Points(JsonElement trace) => trace.GetProperty("text").EnumerateArray().Select((text, i) => (
        trace.GetProperty("y")[i].GetInt32(), trace.GetProperty("x")[i].GetInt32(), text.GetString()!, trace.GetProperty("textfont").GetProperty("color").GetString()!));
}
