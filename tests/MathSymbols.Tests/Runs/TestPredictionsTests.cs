using MathSymbols.Data;
using MathSymbols.Runs;
using MathSymbols.Tests.Support;
using SkiaSharp;
using Xunit;

namespace MathSymbols.Tests.Runs;

public sealed class TestPredictionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;

    public TestPredictionsTests()
    {
        foreach (var name in (string[])["a/1.png", "a/2.png", "b/1.png"]) SampleImages.WritePng(_folder["data", name], 4, 4, SKColors.Black);
        _images = ImageFolder.Open(_folder["data"]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Test_images_are_found_by_their_path_and_classes_by_their_name()
    {
        Write("one.tsv", ["a", "b"], new("a/2.png", RunSet.Test, 0, [0.75f, 0.25f]), new("b/1.png", RunSet.Validation, 1, [0, 1]));
        Write("two.tsv", ["b", "a"], new Prediction("b/1.png", RunSet.Test, 0, [0.875f, 0.125f]));
        var found = TestPredictions.Of(_images, [_folder["one.tsv"], _folder["two.tsv"]]);
        Assert.Equal(3, found.Count);
        Assert.Null(found[0]);
        Assert.Equal([0.75f, 0.25f], found[1]);
        Assert.Equal([0.125f, 0.875f], found[2]);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        Prediction first = new("a/1.png", RunSet.Test, 0, [1, 0]);
        Write("good.tsv", ["a", "b"], first);
        Write("classes.tsv", ["a", "c"], first);
        Write("fewer.tsv", ["a"], first with { Probabilities = [1] });
        Write("nowhere.tsv", ["a", "b"], first with { Path = "a/9.png" });
        Write("relabelled.tsv", ["a", "b"], first with { Truth = 1 });
        Write("validation.tsv", ["a", "b"], first with { Set = RunSet.Validation });
        Write("itself.tsv", ["a", "b"], first, first);
        Refuses("'c' is in one of them only", "classes.tsv");
        Refuses("'b' is in one of them only", "fewer.tsv");
        Refuses("'a/9.png', which is not in", "nowhere.tsv");
        Refuses("of class 'b', but in", "relabelled.tsv");
        Refuses("no predictions of test images", "validation.tsv");
        Refuses("a test image twice", "itself.tsv");
        Refuses("a test image twice", "good.tsv", "good.tsv");
        Assert.Contains("is empty", Assert.Throws<RunException>(() => TestPredictions.Of(_images, [""])).Message, StringComparison.Ordinal);
    }

    private void Refuses(string words, params string[] files)
    {
        var message = Assert.Throws<RunException>(() => TestPredictions.Of(_images, files.Select(f => _folder[f]))).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Contains(files[^1], message, StringComparison.Ordinal);
    }

    private void Write(string name, string[] classes, params Prediction[] rows) => new PredictionsFile(classes, rows).Write(_folder[name]);
}
