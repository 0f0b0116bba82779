using System.Text.Json;
using MathSymbols.Figures;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class ChartFigureTests
{
    [Fact]
    public void Training_curves_have_two_lines_in_each_of_two_panels()
    {
        var data = Samples.Chart(TrainingCurves.Create(Samples.History(22), "Curves").Html).GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["Train", "Val", "Train", "Val"], data.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["x", "x", "x2", "x2"], data.Select(t => t.GetProperty("xaxis").GetString()));
        Assert.Equal([true, true, false, false], data.Select(t => t.GetProperty("showlegend").GetBoolean()));
        Assert.All(data, t => Assert.Equal(22, t.GetProperty("y").GetArrayLength()));
        Assert.Equal(Enumerable.Range(1, 22).Select(e => (double)e), data[0].GetProperty("x").EnumerateArray().Select(x => x.GetDouble()));
    }

    [Theory]
    [InlineData("loss", "Model loss", new[] { -0.8, 0.8 }, "The zoom, -0.8 to 0.8, holds 20 of the training and 19 of the validation values.")]
    [InlineData("accuracy", "Model accuracy", new[] { 0.8, 1.2 }, "The zoom, 0.8 to 1.2, holds 20 of the training and 19 of the validation values.")]
    public void A_curve_stands_beside_its_zoom_with_one_legend(string curve, string title, double[] range, string alt)
    {
        var history = Samples.History(22);
        var figure = curve == "loss" ? TrainingCurves.Loss(history, "Pair") : TrainingCurves.Accuracy(history, "Pair");
        var chart = Samples.Chart(figure.Html);
        var (data, layout) = (chart.GetProperty("data").EnumerateArray().ToArray(), chart.GetProperty("layout"));
        Assert.Equal([title, $"{title}: Zoom"], layout.GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()));
        Assert.Equal([true, true, false, false], data.Select(t => t.GetProperty("showlegend").GetBoolean()));
        Assert.Equal(data[1].GetProperty("y").GetRawText(), data[3].GetProperty("y").GetRawText());
        Assert.False(layout.GetProperty("yaxis").TryGetProperty("range", out _));
        Assert.Equal(range, layout.GetProperty("yaxis2").GetProperty("range").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Contains(alt, figure.AltText, StringComparison.Ordinal);
        Assert.Equal(22, figure.Table.Rows.Count);
        Pixels.AssertDrawn(figure, 1800, 680);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(11, 1)]
    [InlineData(22, 5)]
    [InlineData(100, 10)]
    public void Epoch_ticks_are_whole_numbers(int epochs, double step)
    {
        var layout = Samples.Chart(TrainingCurves.Create(Samples.History(epochs), "Curves").Html).GetProperty("layout");
        Assert.Equal(step, layout.GetProperty("xaxis").GetProperty("dtick").GetDouble());
    }

    [Fact]
    public void A_single_epoch_shows_as_points()
    {
        var figure = TrainingCurves.Create(Samples.History(1), "One epoch");
        Assert.All(Samples.Chart(figure.Html).GetProperty("data").EnumerateArray(), t => Assert.Equal("lines+markers", t.GetProperty("mode").GetString()));
        Assert.Contains("1 epoch.", figure.AltText, StringComparison.Ordinal);
    }

    [Fact]
    public void Training_curves_report_every_number()
    {
        var (name, values) = Samples.Report(TrainingCurves.Create(Samples.History(3), "AlexNet: loss & accuracy").Html);
        Assert.Equal("alexnet-loss-accuracy", name);
        Assert.Equal([3.0, 1.5, 1.0], values.GetProperty("val_loss").EnumerateArray().Select(v => v.GetDouble()));
        Assert.Equal([1, 2, 3], values.GetProperty("epoch").EnumerateArray().Select(v => v.GetInt32()));
    }

    [Fact]
    public void A_loss_that_is_not_a_number_leaves_a_gap()
    {
        var history = Samples.History(3);
        history = new([history.Epochs[0], history.Epochs[1] with { Loss = double.NaN, ValidationLoss = double.PositiveInfinity }, history.Epochs[2]]);
        var figure = TrainingCurves.Create(history, "Diverged");
        Assert.Equal(JsonValueKind.Null, Samples.Report(figure.Html).Values.GetProperty("loss")[1].ValueKind);
        Pixels.AssertDrawn(figure, 1800, 680);
    }

    [Fact]
    public void An_empty_history_is_refused() =>
        Assert.Throws<ArgumentException>(() => TrainingCurves.Create(new([]), "Nothing"));

    [Fact]
    public void The_histogram_shows_all_counts_and_the_zoom_on_the_rare_ones()
    {
        var chart = Samples.Chart(PixelHistogram.Create(Samples.Image(), "add").Html);
        var (full, zoom) = (chart.GetProperty("data")[0], chart.GetProperty("data")[1]);
        Assert.Equal(10, full.GetProperty("y").GetArrayLength());
        Assert.Equal(256, zoom.GetProperty("y").GetArrayLength());
        Assert.Equal(3 * 224 * 224, full.GetProperty("y").EnumerateArray().Sum(v => v.GetDouble()));
        Assert.Equal(1, zoom.GetProperty("base").GetDouble());
        Assert.Equal([0, 100], chart.GetProperty("layout").GetProperty("yaxis2").GetProperty("range").EnumerateArray().Select(v => v.GetDouble()));
    }

    [Fact]
    public void The_histogram_reports_only_values_that_occur()
    {
        var values = Samples.Report(PixelHistogram.Create(new(2, 1, [0, 255, 0, 255, 9, 255]), "x", name: "pixels").Html);
        Assert.Equal("pixels", values.Name);
        Assert.Equal("""{"0":2,"9":1,"255":3}""", values.Values.GetProperty("value_counts").GetRawText());
        Assert.Equal(6, values.Values.GetProperty("total").GetInt32());
    }

    [Fact]
    public void Plotly_comes_with_at_most_one_chart_of_a_process()
    {
        var pages = Enumerable.Range(1, 5).Select(i => TrainingCurves.Create(Samples.History(i), "Curves", name: $"curves-{i}").Html).ToArray();
        Assert.True(pages.Count(p => p.Contains("data-once=\"plotly-2.28.0\"", StringComparison.Ordinal)) <= 1);
        Assert.All(pages.Select(Samples.WithoutPlotly), p => Assert.True(p.Length < 400_000));
    }

    [Fact]
    public void Every_chart_asks_for_Plotly_by_the_key_under_which_it_is_to_be_had()
    {
        Assert.Contains($"<script data-needs=\"{ChartScript.Key}\">mathSymbolsChart(", TrainingCurves.Create(Samples.History(2), "Curves", name: "asks").Html, StringComparison.Ordinal);
        Assert.Equal(ChartHtml.PlotlyScript(), $"<script data-once=\"{ChartScript.Key}\">{ChartScript.Source()}</script>");
    }

    [Fact]
    public void The_chart_that_carried_Plotly_carries_it_again_when_its_cell_is_run_again()
    {
        // Whichever chart was this process's first, its name is the one that carries.
        string[] names = ["loss", "accuracy"];
        var first = names.Select(Carries).ToArray();
        Assert.Equal(first, names.Select(Carries));

        static bool Carries(string name) => TrainingCurves.Create(Samples.History(2), "Curves", name: name).Html.Contains("data-once=\"plotly-2.28.0\"", StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_have_ids_of_their_own()
    {
        var history = Samples.History(2);
        var first = TrainingCurves.Create(history, "Curves");
        var ids = new[] { first.Html, TrainingCurves.Create(history, "Curves").Html }.Select(h => h[h.LastIndexOf("mathSymbolsChart(\"", StringComparison.Ordinal)..][..34]);
        Assert.Equal(2, ids.Distinct().Count());
        Assert.Same(first.Html, first.Html);
    }
}
