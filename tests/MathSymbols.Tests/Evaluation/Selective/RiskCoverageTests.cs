using FsCheck.Xunit;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Selective;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Selective;

public sealed class RiskCoverageTests
{
    [Fact]
    public void Images_of_one_confidence_are_accepted_together()
    {
        var curve = RiskCoverageCurve.Of(MadePredictions.Of((90, true), (70, false), (80, true), (70, true)));
        Assert.Equal([(1L, 0L), (2, 0), (4, 1)], curve.Points.Select(p => (p.Accepted, p.Wrong)));
        Assert.Equal([0.25, 0.5, 1], curve.Points.Select(p => p.Coverage));
        Assert.Equal(0.25 * 2 / 4, curve.Area, 1e-12);
        Assert.Equal(0.25 / 4, curve.IdealArea, 1e-12);
        Assert.Equal(0.25 / 4, curve.ExcessArea, 1e-12);
        Assert.Equal(WilsonInterval.Of(1, 4), curve.Points[2].RiskInterval);
    }

    [Property]
    public void The_area_is_never_below_the_ideal_one_and_meets_it_where_errors_come_last(byte[] bytes)
    {
        var images = MadePredictions.Of([.. bytes, 3]);
        var curve = RiskCoverageCurve.Of(images);
        Assert.InRange(curve.ExcessArea, -1e-12, 1);
        Assert.Equal(images.Count(i => !i.IsRight()), curve.Points[^1].Wrong);
        var ordered = RiskCoverageCurve.Of(MadePredictions.Of(images.Take(49).OrderBy(i => i.IsRight()).Select((p, i) => (51 + i, p.IsRight()))));
        Assert.Equal(0, ordered.ExcessArea, 1e-12);
    }

    [Property]
    public void Every_point_is_what_its_threshold_does(byte[] bytes)
    {
        var images = MadePredictions.Of([.. bytes, 3]);
        Assert.All(RiskCoverageCurve.Of(images).Points, p => Assert.Equal(p, RiskCoveragePoint.At(images, p.Threshold)));
    }

    [Property]
    public void The_chosen_threshold_is_the_lowest_that_keeps_the_target(byte[] bytes, byte allowed)
    {
        var images = MadePredictions.Of([.. bytes, .. Enumerable.Repeat((byte)98, 40)]);
        var target = (1 + allowed) / 256.0;
        var chosen = ConfidenceThreshold.Choose(images, target);
        Assert.Equal(chosen.Validation, chosen.On(images));
        var bounds = RiskCoverageCurve.Of(images).Points.Select(p => (p.Threshold, Bound: ClopperPearson.Upper(p.Wrong, p.Accepted))).ToList();
        Assert.Equal(bounds.Any(b => b.Bound <= target), chosen.MeetsTarget);
        if (chosen.MeetsTarget) Assert.All(bounds.Where(b => b.Threshold < chosen.Threshold), b => Assert.True(b.Bound > target));
        else Assert.Equal(bounds.Min(b => b.Bound), chosen.Bound);
    }

    [Theory]
    [InlineData(298, false)]
    [InlineData(299, true)]
    public void One_percent_needs_299_images_without_an_error(int count, bool meets) =>
        Assert.Equal(meets, ConfidenceThreshold.Choose(MadePredictions.Of(Enumerable.Repeat((90, true), count))).MeetsTarget);

    [Fact]
    public void A_threshold_that_accepts_nothing_has_no_risk()
    {
        var point = RiskCoveragePoint.At(MadePredictions.Of((60, true)), 0.9);
        Assert.Equal((0L, 0.0, null), (point.Accepted, point.Coverage, point.RiskInterval));
        Assert.True(double.IsNaN(point.Risk));
        Assert.Throws<ArgumentException>(() => RiskCoverageCurve.Of([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceThreshold.Choose(MadePredictions.Of((60, true)), 0));
    }
}
