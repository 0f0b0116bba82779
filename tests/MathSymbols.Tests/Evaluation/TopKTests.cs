using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

public sealed class TopKTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 4)]
    [InlineData(9, 4)]
    public void Counts_the_truth_among_the_k_most_probable(int k, long correct)
    {
        var found = TopK.Of([Image(2, 0.1f, 0.2f, 0.7f), Image(1, 0.1f, 0.2f, 0.7f), Image(0, 0.1f, 0.2f, 0.7f), Image(0, 0.3f, 0.1f, 0.6f)], k);
        Assert.Equal((correct, 4, correct / 4.0), (found.Correct, found.Count, found.Accuracy));
        Assert.InRange(found.Accuracy, found.Interval.Low, found.Interval.High);
    }

    [Fact]
    public void Of_equally_probable_classes_the_first_counts_as_more_probable()
    {
        Assert.Equal([0, 1, 2], Enumerable.Range(0, 3).Select(t => Image(t, 0.25f, 0.25f, 0.25f).RankOfTruth()));
        Assert.Equal(1, Image(0, 0.2f, 0.4f, 0.4f).Predicted());
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(t => Image(t, float.NaN, float.NaN).RankOfTruth()));
    }

    [Property]
    public bool Top_1_is_the_accuracy_and_more_classes_never_count_fewer(byte[] values)
    {
        var images = values.Chunk(4).Where(c => c.Length == 4).Select(c => Image(c[0] % 3, c[1], c[2], c[3])).ToList();
        if (images.Count == 0) return true;
        var correct = Enumerable.Range(1, 3).Select(k => TopK.Of(images, k).Correct).ToList();
        return correct[0] == images.Count(i => i.IsRight()) && correct[0] <= correct[1] && correct[1] <= correct[2] && correct[2] == images.Count;
    }

    [Fact]
    public void The_most_wrong_come_first_and_equals_keep_their_order()
    {
        PredictedImage[] images = [Image(0, 0.4f, 0.6f), Image(0, 0.9f, 0.1f), Image(1, 0.8f, 0.2f), Image(0, 0.4f, 0.6f) with { Index = 7 }];
        Assert.Equal([images[2], images[0], images[3]], MostWrong.Of(images));
    }

    [Fact]
    public void Refuses_what_cannot_be_counted()
    {
        Assert.Throws<ArgumentException>(() => TopK.Of([], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TopK.Of([Image(0, 1)], 0));
        Assert.Throws<ArgumentException>(() => TopK.Of([Image(2, 0.5f, 0.5f)], 1));
        Assert.Throws<ArgumentException>(() => Image(0).Predicted());
    }

    private static PredictedImage Image(int label, params float[] probabilities) => new(0, label, probabilities);
}
