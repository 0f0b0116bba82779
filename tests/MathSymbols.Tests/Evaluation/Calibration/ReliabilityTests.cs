using FsCheck.Xunit;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Calibration;

public sealed class ReliabilityTests
{
    [Fact]
    public void Bins_hold_counts_means_and_intervals_and_the_error_is_their_mean_gap()
    {
        var reliability = Reliability.EqualWidth(MadePredictions.Of((75, true), (70, false), (100, true), (90, true), (90, false)), 4);
        Assert.Equal([0L, 0, 2, 3], reliability.Bins.Select(b => b.Count)); // An upper edge is in.
        var last = reliability.Bins[3];
        Assert.Equal((0.75, 1.0, 2L), (last.Low, last.High, last.Correct));
        Assert.Equal(2.8 / 3, last.MeanConfidence, 1e-6);
        Assert.Equal(WilsonInterval.Of(2, 3), last.Interval);
        Assert.Equal(((1.45 - 1) + (2.8 - 2)) / 5, reliability.ExpectedError, 1e-6);
        Assert.True(double.IsNaN(reliability.Bins[0].MeanConfidence) && double.IsNaN(reliability.Bins[0].Accuracy) && reliability.Bins[0].Interval is null);
    }

    [Property]
    public void Every_image_is_in_one_bin_and_its_order_plays_no_part(byte[] bytes, byte count)
    {
        var images = MadePredictions.Of([.. bytes, 7]);
        var bins = 1 + (count % 20);
        foreach (var cut in (Func<IEnumerable<IPrediction>, int, Reliability>[])[Reliability.EqualWidth, Reliability.EqualCount])
        {
            var reliability = cut(images, bins);
            Assert.Equal((images.Count, images.Count(i => i.IsRight())), (reliability.Count, reliability.Bins.Sum(b => b.Correct)));
            Assert.All(reliability.Bins.Where(b => b.Count > 0), b => Assert.InRange(b.MeanConfidence, b.Low - 1e-7, b.High + 1e-7));
            Assert.InRange(reliability.Bins.Count, 1, bins);
            Assert.Equal(reliability.ExpectedError, cut(images.Reverse(), bins).ExpectedError, 1e-9);
        }
    }

    [Fact]
    public void Adaptive_bins_are_equal_in_number_where_confidences_differ_and_keep_equal_ones_together()
    {
        Assert.Equal([10L, 10, 10, 10, 9], Reliability.EqualCount(MadePredictions.Of(Enumerable.Range(51, 49).Select(p => (p, true))), 5).Bins.Select(b => b.Count));
        Assert.Equal([6L, 4], Reliability.EqualCount(MadePredictions.Of(((int, bool)[])[.. Enumerable.Repeat((60, true), 6), .. Enumerable.Range(91, 4).Select(p => (p, true))]), 2).Bins.Select(b => b.Count));
        Assert.Single(Reliability.EqualCount(MadePredictions.Of(Enumerable.Repeat((100, true), 9)), 5).Bins);
    }

    [Fact]
    public void A_calibrated_classifier_has_a_small_error_and_one_too_sure_of_itself_a_large_one()
    {
        Assert.InRange(Reliability.EqualWidth(MadePredictions.Draw(6000, 1)).ExpectedError, 0, 0.03);
        Assert.InRange(Reliability.EqualWidth(MadePredictions.Draw(6000, 1, sureness: 3)).ExpectedError, 0.15, 1);
    }

    [Fact]
    public void Proper_scores_are_those_worked_out_by_hand()
    {
        var scores = ProperScores.Of(MadePredictions.Of((80, true), (100, false)));
        Assert.Equal((-Math.Log(0.8) - Math.Log(LogShares.Floor)) / 2, scores.NegativeLogLikelihood, 1e-6);
        Assert.Equal((0.08 + 2) / 2, scores.Brier, 1e-6);
        Assert.Throws<ArgumentException>(() => ProperScores.Of([]));
    }
}
