using MathSymbols.Figures;
using MathSymbols.Runs;
using MathSymbols.Tests.Evaluation.Robustness;
using MathSymbols.Tests.Runs;
using Xunit;

namespace MathSymbols.Tests.Figures;

public sealed class ModelAdviceTests
{
    [Fact]
    public void Each_measurement_has_a_point_that_names_the_best_and_how_far_ahead_it_is()
    {
        var better = RobustnessSamples.Result(turned: 9);
        var points = ModelAdvice.Of(
            [Run("one", 1_000), Run("other", 1_012)], [("worse", RobustnessSamples.Result()), ("better", better)],
            [new("large", 2_000_000, null, TimeSpan.FromMilliseconds(90)), new("small", 500_000, null, TimeSpan.FromMilliseconds(3)), new("gone", 1_000_000, null, null)]);
        Assert.Equal(["On the report's own test images", "On changed images", "For one image", "In size"], points.Select(p => p.Lead));
        Assert.Equal("other is ahead with 99.41 %; one follows with 98.23 %.", points[0].Text);
        Assert.Equal(FormattableString.Invariant($"better keeps {better.Counts.Accuracy:P1} and worse 72.5 %, as means over the changes: {100 * (better.Counts.Accuracy - 0.725):0.0} points between them, ahead after each of the 2 kinds of change."), points[1].Text);
        Assert.Equal("small takes 3.0 ms here, and large 30 times as long.", points[2].Text);
        Assert.Equal("small has 500,000 parameters, gone 2 times as many and large 4 times as many.", points[3].Text);
    }

    [Fact]
    public void What_was_not_measured_is_left_out_and_what_is_worse_is_said()
    {
        Assert.Empty(ModelAdvice.Of([], [], []));
        Assert.Empty(ModelAdvice.Of([Run("one", 5)], [("one", RobustnessSamples.Result())], [new("one", 5, null, null)]));
        var text = Assert.Single(ModelAdvice.Of([], [("a", RobustnessSamples.Result()), ("b", RobustnessSamples.Result(turned: 9, blurred: 7))], [])).Text;
        Assert.Contains(", but behind after: blur.", text, StringComparison.Ordinal);
    }

    private static StoredRun Run(string label, int correct) =>
        new(RunSamples.Record(label) with { Results = [new(RunWeights.LastEpoch, RunSet.Test, 0.1, correct, 1_018)] }, $"/nowhere/{label}", Committed: true);
}
