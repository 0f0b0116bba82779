using MathSymbols.Evaluation.Calibration;
using MathSymbols.Evaluation.Selective;
using MathSymbols.Figures;
using MathSymbols.Tests.Evaluation;
using Microsoft.DotNet.Interactive.Formatting;
using Xunit;

namespace MathSymbols.Tests.Figures;

/// <summary>The figures that say how far a classifier's results can be trusted.</summary>
public sealed class TrustFigureTests
{
    [Fact]
    public void A_reliability_diagram_has_a_diagonal_intervals_accuracies_and_a_histogram()
    {
        var images = MadePredictions.Draw(500, 1, sureness: 2);
        var figure = ReliabilityDiagram.Create(images, Samples.Hostile, name: "reliability", count: 10);
        var chart = Samples.Chart(figure.Html);
        var data = chart.GetProperty("data").EnumerateArray().ToArray();
        var bins = figure.Table.Rows.Count;
        Assert.Equal(["As confident as right", "95 % interval", "Accuracy of the bin"], data[..3].Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["lines", "lines", "lines+markers"], data[..3].Select(t => t.GetProperty("mode").GetString()));
        Assert.Equal((3 * bins, bins), (data[1].GetProperty("x").GetArrayLength(), data[2].GetProperty("x").GetArrayLength()));
        var bars = Assert.Single(data[3..]);
        Assert.Equal(("bar", "x2", 0.1), (bars.GetProperty("type").GetString(), bars.GetProperty("xaxis").GetString(), bars.GetProperty("width").GetDouble()));
        Assert.Equal(500, bars.GetProperty("y").EnumerateArray().Sum(y => y.GetDouble()));
        var (name, values) = Samples.Report(figure.Html);
        Assert.Equal(("reliability", 10, 500), (name, values.GetProperty("bins").GetArrayLength(), values.GetProperty("images").GetInt32()));
        Assert.Equal(Reliability.EqualCount(images, 10).ExpectedError, values.GetProperty("adaptive_calibration_error").GetDouble());
        Assert.Contains("500 images", figure.AltText, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Samples.WithoutPlotly(figure.Html), StringComparison.Ordinal);
        Pixels.AssertDrawn(figure, 1800, 680);
    }

    [Fact]
    public void A_reliability_diagram_of_one_confidence_is_drawn_and_of_no_image_refused()
    {
        var figure = ReliabilityDiagram.Create(MadePredictions.Of((100, true), (100, false)), "One");
        Assert.Equal(["1", "2", "1", "0.5"], figure.Table.Rows[0].Skip(1).Take(4).Select(FigureHtml.Text));
        Pixels.AssertDrawn(figure, 1800, 680);
        Assert.Throws<ArgumentException>(() => ReliabilityDiagram.Create([], "None"));
    }

    [Fact]
    public void Risk_is_drawn_against_coverage_a_line_a_model()
    {
        var (good, bad) = (RiskCoverageCurve.Of(MadePredictions.Draw(1000, 1)), RiskCoverageCurve.Of(MadePredictions.Draw(40, 2)));
        var figure = RiskCoverageFigure.Create([("good", good), ("bad", bad)], "Risk");
        var data = Samples.Chart(figure.Html).GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["good", "bad"], data.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal([100, 40], data.Select(t => t.GetProperty("x").GetArrayLength()));
        Assert.All(data, t => Assert.Equal("lines", t.GetProperty("mode").GetString()));
        Assert.Equal(good.Points[^1].Risk, data[0].GetProperty("y")[99].GetDouble());
        Assert.Equal(140, figure.Table.Rows.Count);
        var models = Samples.Report(figure.Html).Values.GetProperty("models");
        Assert.Equal((good.Area, bad.ExcessArea), (models[0].GetProperty("area").GetDouble(), models[1].GetProperty("excess_area").GetDouble()));
        Assert.Contains("bad: ", figure.AltText, StringComparison.Ordinal);
        Pixels.AssertDrawn(figure, 1800, 680);
        Assert.Throws<ArgumentException>(() => RiskCoverageFigure.Create([], "None"));
        Assert.Throws<ArgumentException>(() => RiskCoverageFigure.Create([.. Enumerable.Repeat(("m", bad), 9)], "Many"));
    }

    [Fact]
    public void Parts_stand_in_rows_with_intervals()
    {
        var table = new PartAccuracyTable([new("all", 834, 1018), new(Samples.Hostile, 0, 0)], note: "quick profile");
        Assert.Equal(["all", 1018L, 834L, "81.9 % (79.4–84.2)"], table.Table.Rows[0]);
        Assert.Equal("–", table.Table.Rows[1][3]);
        Assert.DoesNotContain("<b>", table.Html, StringComparison.Ordinal);
        Assert.EndsWith("\nquick profile", table.ToString(), StringComparison.Ordinal);
        var parts = Samples.Report(table.Html).Values.GetProperty("parts");
        Assert.Equal((834, System.Text.Json.JsonValueKind.Null), (parts[0].GetProperty("correct").GetInt32(), parts[1].GetProperty("interval").ValueKind));
    }

    [Fact]
    public void Folds_stand_in_one_row_with_mean_spread_and_all_together()
    {
        var table = new FoldTable([("vgg19", new([new("fold 1", 90, 100), new("fold 2", 45, 50), new("fold 3", 96, 100)]))]);
        Assert.Equal(["vgg19", "90.00 %, 90.00 %, 96.00 %", "92.00 %", "3.46 %", "90.00 %", "96.00 %", 250L, "92.4 % (88.4–95.1)"], table.Table.Rows[0]);
        var model = Samples.Report(table.Html).Values.GetProperty("models")[0];
        Assert.Equal((231, 3), (model.GetProperty("pooled").GetProperty("correct").GetInt32(), model.GetProperty("folds").GetArrayLength()));
        Assert.Equal("Fold by fold: No fold has been trained.", new FoldTable([]).ToString());
        Assert.Equal(table.Html, table.ToDisplayString("text/html"));
    }
}
