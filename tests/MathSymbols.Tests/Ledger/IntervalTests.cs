using FsCheck.Xunit;
using MathSymbols.Evaluation;
using MathSymbols.Ledger;
using MathSymbols.Runs;
using Xunit;

namespace MathSymbols.Tests.Ledger;

public sealed class IntervalTests
{
    [Property]
    public bool The_interval_of_f1_holds_f1_and_grows_with_what_is_right(byte a, byte b, byte c)
    {
        var (right, wrong) = ((long)a, 1L + b + c);
        var either = right + wrong;
        var interval = F1Interval.Of(right, either);
        var more = F1Interval.Of(right + 1, either);
        var f1 = 2.0 * right / (2 * right + wrong);
        return interval.Low <= f1 + 1e-12 && f1 <= interval.High + 1e-12 && interval.Low >= 0 && interval.High <= 1 && more.Low >= interval.Low && more.High >= interval.High;
    }

    [Fact]
    public void A_mean_loss_has_the_normal_interval_and_a_probability_of_0_is_clipped_as_keras_does()
    {
        // Losses ln 2 and −ln 1e-7; in Python: statistics.stdev([l1, l2]) / sqrt(2) * 1.959963984540054.
        var interval = MeanLoss.Around(100, [Said(0.5f), Said(0)])!;
        Assert.Equal(100 - interval.Low, interval.High - 100, 1e-9);
        Assert.Equal(1.959963984540054 * Math.Abs(Math.Log(1e7) - Math.Log(2)) / 2, interval.High - 100, 1e-9);
        Assert.Equal(0, MeanLoss.Around(0.1, [Said(0.5f), Said(0)])!.Low);
        Assert.Null(MeanLoss.Around(0.1, [Said(0.5f)]));
        Assert.Null(MeanLoss.Around(double.NaN, [Said(0.5f), Said(0.5f)]));
    }

    [Fact]
    public void Averages_are_drawn_alike_each_time_around_the_average()
    {
        var images = Enumerable.Range(0, 200).Select(i => new Prediction($"{i}", RunSet.Test, i % 2, i % 10 == 0 ? [0.6f, 0.4f] : [i % 2 == 0 ? 1 : 0, i % 2])).ToList();
        var report = ClassificationReport.Of(ConfusionMatrix.Of(["a", "b"], images));
        var (one, again) = (Interval(), Interval());
        Assert.Equal(one, again);
        Assert.InRange(report.Macro.F1, one.Low, one.High);

        // All images of class b that are a multiple of 10 do not exist, so nothing is wrong and there is nothing to vary.
        Assert.Equal(new Interval(1, 1), one);
        images[1] = images[1] with { Probabilities = [1, 0] };
        images[3] = images[3] with { Probabilities = [1, 0] };
        var varied = Interval();
        Assert.True(varied.Low < 0.99 && varied.High > 0.99 && varied.Low > 0.95, $"{varied}");

        Interval Interval() => AverageIntervals.Of(["a", "b"], images).Of(r => r.Macro.F1);
    }

    private static Prediction Said(float truth) => new("x", RunSet.Test, 0, [truth, 1 - truth]);
}
