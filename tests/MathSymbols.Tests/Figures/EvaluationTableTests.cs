using MathSymbols.Evaluation;
using MathSymbols.Figures;
using MathSymbols.Runs;
using MathSymbols.Tests.Runs;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class EvaluationTableTests
{
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of(["1", "7", "z"], [(0, 0), (0, 0), (0, 0), (0, 1), (1, 1), (1, 0), (1, 0), (2, 2)]);

    [Fact]
    public void A_report_is_a_table_in_html_and_scikit_learns_text_elsewhere()
    {
        var report = ClassificationReport.Of(Matrix);
        var table = new ClassificationReportTable(report, note: "quick profile", name: "report");
        Assert.Equal(report.Text(), table.ToString());
        Assert.Equal(["7", "0.50", "0.33", "0.40", 3L], table.Table.Rows[1]);
        Assert.Equal(["accuracy", "", "", "0.62", 8L], table.Table.Rows[3]);
        Assert.Equal(["macro avg", "weighted avg"], table.Table.Rows.Skip(4).Select(r => r[0]));
        var (name, values) = Samples.Report(table.Html);
        Assert.Equal(("report", 0.625, 0.5), (name, values.GetProperty("accuracy").GetDouble(), values.GetProperty("classes").GetProperty("7").GetProperty("precision").GetDouble()));
        Assert.Contains("<span class=\"ms-note\">quick profile</span>", table.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_a_part_of_the_classes_has_no_accuracy()
    {
        var table = new ClassificationReportTable(ClassificationReport.Of(Matrix, ["1"], double.NaN), digits: 3);
        Assert.Equal(["micro avg", "0.600", "0.750", "0.667", 4L], table.Table.Rows[1]);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, Samples.Report(table.Html).Values.GetProperty("accuracy").ValueKind);
    }

    [Fact]
    public void The_most_confused_are_listed_and_none_is_said()
    {
        var table = new MostConfusedTable(Matrix, count: 1);
        Assert.Equal(["7", "1", 2L, "66.7 %"], Assert.Single(table.Table.Rows));
        Assert.Contains("3 of 8 images are misclassified; these pairs are 2 of them.", table.Html, StringComparison.Ordinal);
        Assert.Equal(3, Samples.Report(table.Html).Values.GetProperty("wrong").GetInt32());
        Assert.EndsWith("None of the 2 images is misclassified.", new MostConfusedTable(ConfusionMatrix.Of(["a"], [(0, 0), (0, 0)])).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_of_runs_are_listed_and_those_not_compared_say_why()
    {
        var (a, b, c) = (Run("a"), Run("b"), Run("c"));
        var table = new McNemarTable([new(a, b, McNemar.Exact(900, 20, 60, 38), null), new(a, c, McNemar.Exact(900, 1, 3, 114), null), new(b, c, null, "They differ.")], note: "quick profile");
        Assert.Equal(["a", "b", 1018L, 20L, 60L, "< 0.0001"], table.Table.Rows[0]);
        Assert.Equal(["a", "c", 1018L, 1L, 3L, "0.6250"], table.Table.Rows[1]);
        Assert.Contains("<p>1 of 3 pairs cannot be compared, among them b and c: They differ.</p>", table.Html, StringComparison.Ordinal);
        Assert.Contains("quick profile · McNemar", table.ToString(), StringComparison.Ordinal);
        var pairs = Samples.Report(table.Html).Values.GetProperty("pairs");
        Assert.Equal((900, 38, "They differ."), (pairs[0].GetProperty("both_right").GetInt32(), pairs[0].GetProperty("both_wrong").GetInt32(), pairs[2].GetProperty("reason").GetString()));
        Assert.StartsWith("Runs compared image by image\nFirst  Second", new McNemarTable([]).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_names_are_shown_as_text()
    {
        var matrix = ConfusionMatrix.Of(["a", Samples.Hostile], [(0, 1), (1, 1)]);
        foreach (var html in new[] { new ClassificationReportTable(ClassificationReport.Of(matrix)).Html, new MostConfusedTable(matrix).Html, Samples.WithoutPlotly(ConfusionHeatmap.Create(matrix).Html) })
        {
            Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
            Assert.Contains(System.Net.WebUtility.HtmlEncode(Samples.Hostile), html, StringComparison.Ordinal);
        }
    }

    private static StoredRun Run(string id) => new(RunSamples.Record(id), Path.Combine("runs", id), Committed: false);
}
