using MathSymbols.Evaluation;
using MathSymbols.Figures;
using MathSymbols.Models;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class ModelCostTableTests
{
    [Fact]
    public void Shows_what_is_known_and_a_dash_for_what_is_not()
    {
        ModelCostTable table = new([new("small", 500_000, TimeSpan.FromMinutes(12), TimeSpan.FromMilliseconds(3.14159)), new("large", 20_000_000, null, null)], note: "two cores");
        Assert.Equal(["small", 500_000L, "2.0 MB", "12 min", "3.1 ms"], table.Table.Rows[0]);
        Assert.Equal(["large", 20_000_000L, "80.0 MB", "–", "–"], table.Table.Rows[1]);
        var (name, values) = Samples.Report(table.Html);
        Assert.Equal(("cost", 720), (name, values.GetProperty("models")[0].GetProperty("training_seconds").GetDouble()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, values.GetProperty("models")[1].GetProperty("milliseconds_an_image").ValueKind);
    }

    [Fact]
    public void The_median_is_taken_of_warm_calls()
    {
        var calls = 0;
        Assert.True(Latency.Median(() => calls++, 5, TestContext.Current.CancellationToken) >= TimeSpan.Zero);
        Assert.Equal(8, calls);
        Assert.Throws<OperationCanceledException>(() => Latency.Median(() => calls++, 5, new(canceled: true)));
        Assert.Equal(8, calls);
    }

    [Fact]
    public void A_network_is_timed_in_evaluation_mode_and_nothing_is_left_behind()
    {
        using var model = new SymbolNet(3);
        Latency.OfForward(model, 32, TinyDataset.Device, 1, TestContext.Current.CancellationToken);
        var before = LiveTensors.Settled();
        Assert.True(Latency.OfForward(model, 32, TinyDataset.Device, 2, TestContext.Current.CancellationToken) > TimeSpan.Zero);
        Assert.False(model.training);
        Assert.Equal(before, LiveTensors.Settled());
    }

    [Fact]
    public void A_summary_counts_every_parameter_of_SymbolNet()
    {
        using var model = new SymbolNet(19);
        Assert.Contains("502,835", model.Summary().ToString(), StringComparison.Ordinal);
    }
}
