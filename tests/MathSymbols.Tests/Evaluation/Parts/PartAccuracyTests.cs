using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Parts;
using MathSymbols.Runs;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Parts;

public sealed class PartAccuracyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Test_images_with_a_copy_elsewhere_are_counted_apart_and_so_is_each_kind_of_file()
    {
        var images = SampleImages.Write(_folder["images"], 6, "a", "b"); // Widths 8 to 12, then 8 again.
        File.WriteAllText(_folder["images", "b", "img005.png"], "no image");
        File.Copy(_folder["images", "a", "img003.png"], _folder["images", "a", "img009.png"]);
        images = ImageFolder.Open(images.Root);
        int[] test = [.. Enumerable.Range(0, images.Count).Where(i => images.Files[i].Name is "img000.png" or "img005.png" or "img009.png")];
        var split = new Split("some", [.. Enumerable.Range(0, images.Count).Except(test)], [], test);
        var audit = DatasetAudit.Run(images, split, cancellation: TestContext.Current.CancellationToken);

        var file = new PredictionsFile(images.ClassNames, [.. test.Select(i => new Prediction(images.Files[i].Path, RunSet.Test, images.Files[i].Label, [0.6f, 0.4f]))]);
        var parts = new AuditedAccuracy(audit, file.On(images, RunSet.Test));
        Assert.Equal([("all", 3L, 5L), ("without a copy in training or validation", 2, 4), ("with a copy in training or validation", 1, 1)], parts.ByCopies.Select(p => (p.Name, p.Correct, p.Count)));
        Assert.Equal([("png 8 × 9", 2L, 3L), ("png 11 × 9", 1, 1), ("will not load", 0, 1)], parts.BySource.Select(p => (p.Name.ToLowerInvariant(), p.Correct, p.Count)));
        Assert.Equal(WilsonInterval.Of(3, 5), parts.ByCopies[0].Interval);
        Assert.Equal(5, parts.BySource.Sum(p => p.Count));

        var strange = file with { Rows = [file.Rows[0] with { Path = "a/gone.png" }] };
        Assert.Contains("a/gone.png", Assert.Throws<RunException>(() => strange.On(images, RunSet.Test)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_have_a_mean_a_spread_and_a_pooled_accuracy()
    {
        var summary = new FoldSummary([new("fold 1", 90, 100), new("fold 2", 45, 50), new("fold 3", 96, 100)]);
        Assert.Equal(0.92, summary.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(0.0012), summary.StandardDeviation, 1e-12); // (0.02² + 0.02² + 0.04²) / 2
        Assert.Equal((0.9, 0.96), (summary.Lowest, summary.Highest));
        Assert.Equal((231L, 250L, WilsonInterval.Of(231, 250)), (summary.Pooled.Correct, summary.Pooled.Count, summary.Pooled.Interval));
        Assert.True(double.IsNaN(new FoldSummary([new("fold 1", 90, 100)]).StandardDeviation));
    }

    [Fact]
    public void A_part_without_an_image_has_no_interval() => Assert.Null(PartAccuracy.Of("none", []).Interval);
}
