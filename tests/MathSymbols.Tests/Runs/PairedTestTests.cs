using MathSymbols.Runs;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class PairedTestTests : IDisposable
{
    private static readonly Prediction[] Rows = [Row("a/1.png", 0, 0.9f), Row("a/2.png", 0, 0.2f), Row("b/1.png", 1, 0.3f), Row("a/9.png", 0, 0.1f, RunSet.Validation)];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Images_are_paired_by_path_and_set_whatever_their_order_or_that_of_the_classes()
    {
        var other = new PredictionsFile(["b", "a"], [
            new("b/1.png", RunSet.Test, 0, [0.4f, 0.6f]), new("a/1.png", RunSet.Test, 1, [0.3f, 0.7f]), new("a/2.png", RunSet.Test, 1, [0.2f, 0.8f]), new("b/1.png", RunSet.Validation, 0, [1, 0])]);
        var test = PairedTest.Of(File(Rows), other);
        Assert.Equal((1, 1, 1, 0), (test.BothRight, test.OnlyFirst, test.OnlySecond, test.BothWrong));
    }

    [Fact]
    public void Other_images_are_refused_in_one_sentence()
    {
        AssertRefused("The predictions are not of the same test images: 2 are in one run only, such as 'b/1.png'; compare runs of the same data and split.", File(Rows), File([.. Rows[..2], Row("b/7.png", 1, 0.3f)]));
        AssertRefused("The image 'a/2.png' is of class 'a' in the first run and of 'b' in the second; compare runs of the same data.", File(Rows), File([Rows[0], Rows[1] with { Truth = 1 }, Rows[2]]));
        AssertRefused("The image 'a/1.png' stands twice among the second run's test predictions; write them again.", File(Rows), File([.. Rows, Rows[0]]));
        AssertRefused("The first run has no predictions of test images; compare runs that have.", File(Rows[3..]), File(Rows));
    }

    [Fact]
    public void Runs_are_compared_two_by_two_and_those_that_cannot_say_why()
    {
        var (first, second, silent) = (Run("first", Rows), Run("second", [.. Rows.Select(r => r with { Probabilities = [1, 0] })]), Run("silent", null));
        var elsewhere = Run("elsewhere", Rows, fingerprint: "other data");
        var pairs = PairedTest.All([first, second, silent, elsewhere]);
        Assert.Equal(["first second", "first silent", "first elsewhere", "second silent", "second elsewhere", "silent elsewhere"], pairs.Select(p => $"{p.First.Label} {p.Second.Label}"));
        Assert.Equal((1, 1, 1, 0), (pairs[0].Test!.BothRight, pairs[0].Test!.OnlyFirst, pairs[0].Test!.OnlySecond, pairs[0].Test!.BothWrong));
        Assert.Equal(pairs[0].Test, PairedTest.Of(first, second));
        Assert.Equal("The run silent has no predictions to compare; compare runs that were saved with theirs.", pairs[1].Reason);
        Assert.All(pairs.Where(p => p.Second == elsewhere), p => Assert.Contains("are of other images", p.Reason, StringComparison.Ordinal));
        Assert.Throws<UnpairedPredictionsException>(() => PairedTest.Of(first, elsewhere));
    }

    public void Dispose() => _folder.Dispose();

    private static Prediction Row(string path, int truth, float first, string set = RunSet.Test) => new(path, set, truth, [first, 1 - first]);

    private static PredictionsFile File(IReadOnlyList<Prediction> rows) => new(["a", "b"], rows);

    private static void AssertRefused(string message, PredictionsFile first, PredictionsFile second) =>
        Assert.Equal(message, Assert.Throws<UnpairedPredictionsException>(() => PairedTest.Of(first, second)).Message);

    private StoredRun Run(string id, Prediction[]? rows, string fingerprint = "00ff")
    {
        var record = RunSamples.Record(id);
        if (rows is not null) File(rows).Write(_folder[id, PredictionsFile.Name]);
        return new(record with { Data = record.Data with { Fingerprint = fingerprint } }, _folder[id], Committed: false);
    }
}
