using MathSymbols.Figures;
using MathSymbols.Runs;
using MathSymbols.Tests.Runs;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class RunFigureTests
{
    private static readonly StoredRun Full = new(RunSamples.Record("alexnet-1", epochs: 40), Path.Combine("models", "runs", "full-alexnet"), Committed: true);

    [Fact]
    public void A_committed_run_is_drawn_dashed_beside_the_own_one()
    {
        var figure = TrainingCurves.Create(Samples.History(4), "Curves", beside: ("full run", Full.Record.History));
        var data = Samples.Chart(figure.Html).GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["Train, full run", "Val, full run", "Train", "Val"], data[..4].Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["dash", "dash", "solid", "solid"], data[..4].Select(t => t.GetProperty("line").GetProperty("dash").GetString()));
        Assert.Equal(["lines", "lines", "lines+markers", "lines+markers"], data[..4].Select(t => t.GetProperty("mode").GetString()));
        Assert.Equal(40, data[0].GetProperty("x").GetArrayLength());
        Assert.Equal(40, Samples.Report(figure.Html).Values.GetProperty("beside").GetProperty("val_loss").GetArrayLength());
        Assert.Contains("full run over 40 epochs", figure.AltText, StringComparison.Ordinal);
        Assert.Equal(44, figure.Table.Rows.Count);
        Pixels.AssertDrawn(figure, 1800, 680);
    }

    [Fact]
    public void The_table_has_a_row_a_run_and_intervals()
    {
        var table = new RunTable([Full, Own("alexnet-2", 3)]);
        Assert.Contains("81.9 % (79.4–84.2)", table.ToString(), StringComparison.Ordinal);
        var (name, values) = Samples.Report(table.Html);
        Assert.Equal(("runs", 2), (name, values.GetProperty("runs").GetArrayLength()));
        Assert.Equal(834, values.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("correct").GetInt32());
        Assert.Equal(["full-alexnet", "committed"], table.Table.Rows[0].Take(2).Select(c => (string)c));
        Assert.Equal("learning_rate 0.0001, activation tanh", table.Table.Rows[1][2]);
        Assert.DoesNotContain("<ü>", table.Html, StringComparison.Ordinal);
        Assert.Equal("Runs\nRun  Whose", new RunTable([]).ToString()[..15]);
    }

    [Fact]
    public void Runs_are_compared_line_by_line()
    {
        var figure = RunComparison.Create([Full, Own("alexnet-2", 3), Own("empty", 0)]);
        var data = Samples.Chart(figure.Html).GetProperty("data").EnumerateArray().ToArray();
        Assert.Equal(["full-alexnet (committed)", "alexnet-2 (own)"], data.Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["dash", "solid"], data.Select(t => t.GetProperty("line").GetProperty("dash").GetString()));
        Assert.Equal(2, data.Select(t => t.GetProperty("line").GetProperty("color").GetString()).Distinct().Count());
        Assert.Throws<ArgumentException>(() => RunComparison.Create([Own("empty", 0)]));
    }

    [Fact]
    public void Of_many_runs_the_committed_and_the_latest_are_drawn_and_the_legend_has_room()
    {
        var figure = RunComparison.Create([Full, .. Enumerable.Range(1, 12).Select(i => Own($"alexnet-202611{i:00}T102233Z-3f2a", 3, i))], note: "a note");
        var chart = Samples.Chart(figure.Html);
        Assert.Equal(RunComparison.MaximumRuns, chart.GetProperty("data").GetArrayLength());
        Assert.Equal("alexnet-20261112T102233Z-3f2a (own)", chart.GetProperty("data")[7].GetProperty("name").GetString());
        Assert.Equal("a note · 8 of 13 runs are drawn: the committed ones and the latest", figure.Note);
        Assert.True(chart.GetProperty("layout").GetProperty("margin").GetProperty("b").GetInt32() > 76);
        Pixels.AssertDrawn(figure, 1800, 680 + 40 * 2);
    }

    [Fact]
    public void Seeds_stand_in_one_row_with_their_median()
    {
        var runs = new[] { (1, 990), (2, 1000), (3, 980) }.Select(r => new StoredRun(
            RunSamples.Record($"vgg19-{r.Item1}") with { Model = "vgg19", Seed = r.Item1, Results = [new(RunWeights.LastEpoch, RunSet.Test, 0.1, r.Item2, 1018)] }, $"full-{r.Item1}", Committed: true));
        var table = new SeedTable([.. runs, Full]);
        Assert.Equal(["vgg19", "learning_rate 0.0001, activation tanh", "1, 2, 3", "97.25 %, 98.23 %, 96.27 %", "97.2 % (96.1–98.1)", "–"], table.Table.Rows[0]);
        Assert.Equal(2, table.Table.Rows.Count);
        var (name, values) = Samples.Report(table.Html);
        Assert.Equal(("seeds", "full-1", 990.0 / 1018), (name, values.GetProperty("groups")[0].GetProperty("median_run").GetString(), values.GetProperty("groups")[0].GetProperty("median").GetDouble()));
        Assert.Equal("Seed by seed: There are no such runs.", new SeedTable([]).ToString());
    }

    private static StoredRun Own(string id, int epochs, int day = 24) => new(RunSamples.Record(id, epochs, day), Path.Combine("runs", id), Committed: false);
}
