using FsCheck.Xunit;
using MathSymbols.Data.Audit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Data.Audit;

public sealed class ConfidentJointTests
{
    private const int Classes = 3;

    [Fact]
    public void Has_the_values_worked_out_by_hand()
    {
        // Thresholds 7/12 and 3/4; the third image reaches that of the second class exactly, the last reaches none. Nothing is of the third class.
        PredictedImage[] images = [new(0, 0, [0.75f, 0.25f, 0]), new(1, 0, [0.75f, 0.25f, 0]), new(2, 0, [0.25f, 0.75f, 0]), new(3, 1, [0, 1, 0]), new(4, 1, [0.5f, 0.5f, 0])];
        var errors = LabelErrors.Of(images, 9, Classes);
        Assert.Equal([7 / 12.0, 0.75, null], errors.Joint.Thresholds);
        Assert.Equal(new long[,] { { 2, 1, 0 }, { 0, 1, 0 }, { 0, 0, 0 } }, errors.Joint.Counts);
        Assert.Equal([0.4, 0.2, 0, 0, 0.4, 0, 0, 0, 0], errors.Joint.Calibrated.Cast<double>().Select(s => Math.Round(s, 12)));
        Assert.Equal(1, errors.Estimated, 1e-12);
        Assert.Equal((5, 4), (errors.Predicted, errors.Unpredicted));
        Assert.Equal([new LabelError(2, 1, 0.25f, 0.75f, -0.5)], errors.Candidates);
    }

    [Fact]
    public void A_class_that_the_model_is_seldom_sure_of_is_measured_by_its_own_threshold()
    {
        // 0.4 is much for the second class and 0.6 is little for the first.
        PredictedImage[] images = [new(0, 0, [1, 0, 0]), new(1, 0, [0.6f, 0.4f, 0]), new(2, 1, [0.6f, 0.4f, 0]), new(3, 1, [0.6f, 0.4f, 0])];
        var error = Assert.Single(LabelErrors.Of(images, 4, Classes).Candidates);
        Assert.Equal((1, 1), (error.Image, error.Suggested));
        Assert.Equal(0.2, error.Margin, 1e-6);
    }

    [Fact]
    public void Nothing_comes_of_nothing()
    {
        var errors = LabelErrors.Of([], 3, Classes);
        Assert.Equal((0, 3, 0.0), (errors.Predicted, errors.Unpredicted, errors.Estimated));
        Assert.Empty(errors.Candidates);
        Assert.All(errors.Joint.Thresholds, t => Assert.Null(t));
        Assert.Equal(0, ConfidentJoint.Of([new PredictedImage(0, 0, [1])], 1).ErrorShare);
    }

    [Fact]
    public void Planted_errors_are_found_all_and_alone_and_the_surest_comes_first()
    {
        const int classes = 10;
        var random = new System.Random(1);
        // Of class 3 the model is least sure, of class 2 most.
        var images = Enumerable.Range(0, 600).Select(i => (Truth: i % classes, IsPlanted: i % 23 == 7)).Select((p, i) => new PredictedImage(
            i, p.IsPlanted ? (p.Truth + 1 + i % (classes - 1)) % classes : p.Truth, Shares(p.Truth, 0.7f + 0.03f * ((p.Truth + 7) % classes)))).ToList();
        var planted = images.Where(i => i.Label != i.Index % classes).Select(i => i.Index).ToList();
        var errors = LabelErrors.Of(images, images.Count, classes);
        Assert.Equal(26, planted.Count);
        Assert.Equal(planted, errors.Candidates.Select(e => e.Image).Order());
        Assert.All(errors.Candidates, e => Assert.Equal(e.Image % classes, e.Suggested));
        Assert.Equal(errors.Candidates.Select(e => e.Margin).Order(), errors.Candidates.Select(e => e.Margin));
        Assert.Equal((2, 3), (errors.Candidates[0].Suggested, errors.Candidates[^1].Suggested));
        Assert.Equal(planted.Count, errors.Estimated, 1e-9);

        float[] Shares(int label, float share)
        {
            float[] noise = [.. Enumerable.Range(0, classes).Select(c => c == label ? 0 : random.NextSingle() + 0.5f)];
            return [.. noise.Select((n, c) => c == label ? share : (1 - share) * n / noise.Sum())];
        }
    }

    [Property]
    public bool Sure_predictions_that_agree_with_the_labels_give_no_candidate(byte[] labels, byte[] doubts)
    {
        PredictedImage[] images = [.. labels.Select((l, i) => Agreeing(i, l % Classes, doubts.ElementAtOrDefault(i) / 600f))];
        var errors = LabelErrors.Of(images, images.Length, Classes);
        return errors.Candidates.Count == 0 && errors.Estimated == 0;
    }

    [Property]
    public bool Rows_add_up_to_the_labels_and_candidates_are_what_is_off_the_diagonal(byte[] bytes)
    {
        var images = Any(bytes);
        var errors = LabelErrors.Of(images, images.Length + 1, Classes);
        var (counts, shares) = (errors.Joint.Counts, errors.Joint.Calibrated);
        var off = Pairs().Where(p => p.Given != p.Probable).Sum(p => counts[p.Given, p.Probable]);
        return errors.Unpredicted == 1 && errors.Candidates.Count == off
            && errors.Candidates.All(e => images[e.Image].Label != e.Suggested && errors.Joint.Thresholds[e.Suggested] <= e.Other && e.Margin <= e.Given)
            && Pairs().GroupBy(p => p.Given).All(row => Math.Abs(row.Sum(p => shares[p.Given, p.Probable]) * images.Length - images.Count(i => i.Label == row.Key)) < 1e-9)
            && errors.Estimated >= 0 && errors.Estimated <= images.Length + 1e-9 && (errors.Estimated > 0 || off == 0);
    }

    [Property]
    public bool The_order_of_the_images_does_not_matter(byte[] bytes)
    {
        var images = Any(bytes);
        var (one, other) = (LabelErrors.Of(images, images.Length, Classes), LabelErrors.Of([.. images.Reverse()], images.Length, Classes));
        return one.Candidates.SequenceEqual(other.Candidates) && one.Joint.Counts.Cast<long>().SequenceEqual(other.Joint.Counts.Cast<long>());
    }

    private static IEnumerable<(int Given, int Probable)> Pairs() => Enumerable.Range(0, Classes * Classes).Select(i => (i / Classes, i % Classes));

    private static PredictedImage Agreeing(int index, int label, float doubt) =>
        new(index, label, [.. Enumerable.Range(0, Classes).Select(c => c == label ? 1 - doubt : doubt / (Classes - 1))]);

    // Shares of 512ths, which add up exactly in any order.
    private static PredictedImage[] Any(byte[] bytes) =>
        [.. bytes.Chunk(3).Where(c => c.Length == 3).Select((c, i) => new PredictedImage(i, c[0] % Classes, [c[1] / 512f, c[2] / 512f, (512 - c[1] - c[2]) / 512f]))];
}
