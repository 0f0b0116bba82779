using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class EarlyStoppingTests
{
    // The validation losses of the report's AlexNet, which Keras ended after epoch 22 with patience 5.
    private static readonly double[] Report =
    [
        8.1105, 7.2094, 1.8565, 0.9086, 8.5853, 0.8349, 0.5712, 2.3743, 2.6753, 2.0849, 5.5128, 0.3472, 3.0044, 0.8630, 1.2826, 0.5304, 0.2471,
        2.7071, 3.3844, 1.9118, 4.8346, 2.1728,
    ];

    [Fact]
    public void Stops_the_reports_training_where_Keras_did()
    {
        var stopping = new EarlyStopping(EpochMetric.ValidationLoss, 5);
        for (var epochs = 1; epochs < Report.Length; epochs++) Assert.False(stopping.StopsAfter(Run(Report[..epochs])), $"after epoch {epochs}");
        Assert.True(stopping.StopsAfter(Run(Report)));
    }

    [Fact]
    public void Accuracy_has_to_rise_and_equal_is_no_improvement()
    {
        var stopping = new EarlyStopping(EpochMetric.ValidationAccuracy, 2);
        Assert.False(stopping.StopsAfter(new([Epoch(1, 1, 0.5), Epoch(2, 1, 0.5)])));
        Assert.True(stopping.StopsAfter(new([Epoch(1, 1, 0.5), Epoch(2, 1, 0.5), Epoch(3, 1, 0.4)])));
        Assert.False(stopping.StopsAfter(new([Epoch(1, 1, 0.5), Epoch(2, 1, 0.5), Epoch(3, 1, 0.6)])));
        Assert.False(stopping.StopsAfter(new([])));
    }

    [Fact]
    public void Epochs_that_begin_later_are_counted_from_there() =>
        Assert.False(new EarlyStopping(EpochMetric.ValidationLoss, 2).StopsAfter(new([Epoch(13, 1, 0.5), Epoch(14, 2, 0.5)])));

    // Keras' callback as it is written: a counter that improvements set back.
    [Property(Replay = "1001,1", MaxTest = 300)]
    public Property Decides_as_Keras_counter_does(NonEmptyArray<byte> losses, byte patience)
    {
        double best = double.PositiveInfinity;
        var (wait, stopsAt) = (0, 0);
        for (var i = 0; i < losses.Get.Length && stopsAt == 0; i++)
        {
            wait++;
            if (losses.Get[i] < best) (best, wait) = (losses.Get[i], 0);
            else if (wait >= patience % 6) stopsAt = i + 1;
        }

        var stopping = new EarlyStopping(EpochMetric.ValidationLoss, patience % 6);
        var found = Enumerable.Range(1, losses.Get.Length).FirstOrDefault(n => stopping.StopsAfter(Run([.. losses.Get[..n].Select(l => (double)l)])));
        return (found == stopsAt).ToProperty();
    }

    private static History Run(double[] losses) => new([.. losses.Select((l, i) => Epoch(i + 1, l, 0.5))]);

    private static EpochResult Epoch(int number, double loss, double accuracy) => new(number, 1, 0.5, loss, accuracy, 1e-3, 1, 1);
}
