using FsCheck.Xunit;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using Xunit;

namespace MathSymbols.Tests.Evaluation.Calibration;

public sealed class TemperatureScalingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_calibrated_classifier_keeps_its_temperature(int seed) =>
        Assert.InRange(TemperatureScaling.Fit(MadePredictions.Draw(6000, seed)).Temperature, 0.9, 1.1);

    [Property(MaxTest = 15)]
    public void Logits_times_a_number_are_divided_by_it_again(ushort seed, byte factor)
    {
        var times = 0.5 + (factor / 128.0);
        var expected = times * TemperatureScaling.Fit(MadePredictions.Draw(300, seed)).Temperature;
        Assert.Equal(expected, TemperatureScaling.Fit(MadePredictions.Draw(300, seed, times)).Temperature, 1e-4 * expected);
    }

    [Property(MaxTest = 30)]
    public void The_likelihood_is_nowhere_higher(ushort seed, byte sureness)
    {
        var images = MadePredictions.Draw(60, seed, 0.3 + (sureness / 64.0));
        var best = TemperatureScaling.Fit(images).Temperature;
        double Loss(double temperature) => ProperScores.Of([.. images.Select(new TemperatureScaling(temperature).Apply)]).NegativeLogLikelihood;
        Assert.All((double[])[1, 0.7 * best, 0.98 * best, 1.02 * best, 1.5 * best], t => Assert.InRange(Loss(best), 0, Loss(t) + 1e-6));
    }

    [Property(MaxTest = 60)]
    public bool The_predicted_class_stays(ushort seed, byte temperature)
    {
        var scaling = new TemperatureScaling(Math.Exp((temperature - 128) / 28.0));
        return MadePredictions.Draw(100, seed, sureness: 8).All(p => scaling.Apply(p).Predicted() == p.Predicted());
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    [InlineData(100)]
    public void The_predicted_class_stays_where_shares_are_equal_nearly_equal_or_zero(double temperature)
    {
        foreach (float[] shares in (float[][])[[0.25f, 0.25f, 0.5f], [0.5f, 0.5f, 0], [0, 0, 1], [MathF.BitDecrement(0.5f), 0.5f, 0], [1, 0, 0]])
        {
            var prediction = new PredictedImage(0, 1, shares);
            var scaled = new TemperatureScaling(temperature).Apply(prediction);
            Assert.Equal((prediction.Predicted(), 1), (scaled.Predicted(), scaled.Truth));
            Assert.Equal(1, scaled.Probabilities.Sum(), 1e-5);
            Assert.Same(prediction, scaled.Original);
        }
    }

    [Fact]
    public void Where_all_are_right_or_all_wrong_the_temperature_ends_at_its_limit()
    {
        Assert.Equal(TemperatureScaling.Range.Low, TemperatureScaling.Fit(MadePredictions.Of((90, true), (80, true))).Temperature, 1e-9);
        Assert.Equal(TemperatureScaling.Range.High, TemperatureScaling.Fit(MadePredictions.Of((90, false), (80, false))).Temperature, 1e-6);
    }

    [Fact]
    public void What_no_temperature_can_be_fitted_to_is_refused()
    {
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([]));
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([new PredictedImage(0, 2, [0.5f, 0.5f])]));
        Assert.Throws<ArgumentException>(() => TemperatureScaling.Fit([new PredictedImage(0, 0, [float.NaN, float.NaN])]));
    }
}
