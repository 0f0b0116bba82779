using System.Globalization;
using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class ProgressTextTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(44.6, "45 s")]
    [InlineData(59.4, "59 s")]
    [InlineData(59.5, "1 min")]
    [InlineData(60, "1 min")]
    [InlineData(12 * 60 + 20, "12 min")]
    [InlineData(59 * 60 + 29, "59 min")]
    [InlineData(59 * 60 + 30, "1 h 0 min")]
    [InlineData(3600 + 59 * 60 + 50, "2 h 0 min")]
    [InlineData(3 * 3600 + 5 * 60, "3 h 5 min")]
    [InlineData(50 * 3600, "50 h 0 min")]
    public void A_duration_is_said_as_a_person_says_it(double seconds, string text) => Assert.Equal(text, ProgressText.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_run_is_followed_from_its_plan_to_its_end()
    {
        var planned = TrainingProgress.Planned(100);
        Assert.Equal("Training: 0 of 100 epochs", ProgressText.Title(planned));
        Assert.Null(ProgressText.Running(planned));

        // A promoted trial has one epoch of its own and three in all.
        var under = new TrainingProgress(new([new(3, 1, 0.5, 1, 0.25, 1e-5, 9.96, 80.4)]), 100) { Epoch = 4, Batch = 31, Batches = 107, Loss = 0.41391, Accuracy = 0.8789, ImagesPerSecond = 79.6 };
        Assert.Equal("Training: 3 of 100 epochs", ProgressText.Title(under));
        Assert.Equal("epoch 4: batch 31 of 107, loss 0.4139, accuracy 0.8789, 80 images/s", ProgressText.Running(under));
        Assert.EndsWith("80 images/s, at most 1 h 2 min left", ProgressText.Running(under with { Remaining = TimeSpan.FromMinutes(62) }), StringComparison.Ordinal);
        Assert.Equal("Training: 3 of 100 epochs, ended by early stopping", ProgressText.Title(under with { Stopped = StopReason.EarlyStopping }));
        Assert.Equal("Training: 3 of 100 epochs", ProgressText.Title(under with { Stopped = StopReason.AllEpochs }));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_country()
    {
        var before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.Equal("epoch 3: loss 1.0000, accuracy 0.5000, val_loss 1.2500, val_accuracy 0.2500, learning rate 1E-05, 10.0 s, 80 images/s", ProgressText.Line(new(3, 1, 0.5, 1.25, 0.25, 1e-5, 9.96, 80.4)));
            Assert.Contains("3,0.5,", HistoryFormat.ToCsv(new([new(3, 0.5, 1, 1, 1, 1, 1, 1)])), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_is_left_is_unknown_at_first_then_in_proportion_to_the_epochs_left()
    {
        var clock = new EpochClock(10, 1.0 / 3);
        clock.Start();
        Assert.Null(clock.Within(1, 0));
        Assert.True(clock.Within(1, 0.5) > TimeSpan.Zero);
        clock.Stop();
        var one = clock.After(9);
        Assert.Equal(9, clock.After(1) / one, 0.01);
        Assert.Equal(TimeSpan.Zero, clock.After(10));
    }
}
