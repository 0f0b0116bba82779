using System.Collections.Concurrent;
using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Robustness;

public sealed class RobustnessTestTests : IDisposable
{
    private static readonly IReadOnlyList<IPerturbation> Few = [.. Perturbations.All.Where(p => p.Name is "shadow" or "noise")];

    private static readonly float[] SecondOfThree = [0.2f, 0.5f, 0.3f];

    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;

    public RobustnessTestTests() => _images = SampleImages.Write(_folder["images"], 20, "a", "b", "c");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_are_counted_as_they_are_and_after_each_step_a_few_at_once()
    {
        var (most, told) = (0, new ConcurrentQueue<int>());
        var (counts, failures) = RobustnessTest.Run(_images, All(), ["c", "b", "a"], (batch, _) =>
        {
            most = Math.Max(most, batch.Count);
            return [.. batch.Select(_ => SecondOfThree)];
        }, Few, 3, new Told(told), Stop);
        Assert.Empty(failures);
        Assert.InRange(most, 1, 32);
        Assert.Equal(new RobustnessStep("unchanged", 20, 60), counts.Clean);
        Assert.Equal(["noise", "shadow"], counts.Rows.Select(r => r.Perturbation));
        Assert.All(counts.Rows.SelectMany(r => r.Steps), s => Assert.Equal((20, 60), (s.Correct, s.Count)));
        Assert.Equal(1 / 3.0, counts.Accuracy, 1e-12);
        Assert.Equal((7 * 60, 7), (told.Last(), RobustnessTest.Passes(Few)));
        Assert.Equal(told.Order(), told);
    }

    [Fact]
    public void Counts_do_not_depend_on_the_order_of_the_images()
    {
        // Says "a" of the darker images: what is right hangs on every image's noise.
        IReadOnlyList<IReadOnlyList<float>> Classify(IReadOnlyList<PixelImage> batch, CancellationToken cancellation) => [.. batch.Select(i => new[] { Strokes.Darkness(i) / (float)(i.Width * i.Height), 420, 0 })];
        var forwards = RobustnessTest.Run(_images, All(), ["a", "b", "c"], Classify, Few, 3, cancellation: Stop).Counts;
        var backwards = RobustnessTest.Run(_images, [.. All().Reverse()], ["a", "b", "c"], Classify, Few, 3, cancellation: Stop).Counts;
        Assert.Equivalent(forwards, backwards, strict: true);
        Assert.True(forwards.Rows.SelectMany(r => r.Steps).Select(s => s.Correct).Distinct().Count() > 1);
    }

    [Fact]
    public void Images_that_cannot_be_decoded_are_named_and_count_nowhere()
    {
        File.WriteAllText(_folder["images", "b", "img003.png"], "no image");
        var (counts, failures) = RobustnessTest.Run(_images, All(), ["a", "b", "c"], Nothing, Few, 3, cancellation: Stop);
        Assert.Equal((59, "b/img003.png"), (counts.Clean.Count, Assert.Single(failures).Path));
        Assert.All(counts.Rows.SelectMany(r => r.Steps), s => Assert.Equal(59, s.Count));
        var only = _images.Files.Index().Single(f => f.Item.Path == "b/img003.png").Index;
        Assert.Contains("None of the test images in", Refused([only], ["b"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_measured_is_said_in_a_sentence()
    {
        Assert.Contains("The classifier knows no class 'b'", Refused(All(), ["a", "c"]), StringComparison.Ordinal);
        Assert.Contains("There is no test image in", Refused([], ["a", "b", "c"]), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RobustnessTest.Run(_images, All(), ["a", "b", "c"], (_, _) => [], Few, 3, cancellation: Stop));
    }

    [Fact]
    public void It_ends_when_it_is_told_to()
    {
        using var source = new CancellationTokenSource();
        var calls = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => RobustnessTest.Run(_images, All(), ["a", "b", "c"], (batch, stop) =>
        {
            if (++calls == 3) source.Cancel();
            return Nothing(batch, stop);
        }, Few, 3, cancellation: source.Token));
        Assert.Equal(3, calls);
    }

    private string Refused(IReadOnlyList<int> indices, string[] labels) => Assert.Throws<DataException>(() => RobustnessTest.Run(_images, indices, labels, Nothing, Few, 3, cancellation: Stop)).Message;

    private static IReadOnlyList<IReadOnlyList<float>> Nothing(IReadOnlyList<PixelImage> batch, CancellationToken cancellation) => [.. batch.Select(_ => new float[3])];

    private int[] All() => [.. Enumerable.Range(0, _images.Count)];

    private sealed class Told(ConcurrentQueue<int> values) : IProgress<int>
    {
        public void Report(int value) => values.Enqueue(value);
    }
}
