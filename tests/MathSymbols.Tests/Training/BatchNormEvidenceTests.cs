using MathSymbols.Figures;
using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class BatchNormEvidenceTests
{
    [Fact]
    public void Jumps_that_vanish_with_new_statistics_are_laid_to_the_statistics()
    {
        var evidence = BatchNormEvidence.Of(Run([4, 1, 5, 1], [1, 0.9, 0.8, 0.7], [4, 1, 5, 1]))!;
        Assert.Equal((3 + 4 + 4) / 3.0, evidence.Running, 12);
        Assert.Equal(0.1, evidence.Reestimated, 12);
        Assert.Equal(0, evidence.ExplainedByRagged!.Value, 12);
        Assert.Contains("nearly all of the jumping", evidence.Conclusion(), StringComparison.Ordinal);
        Assert.Contains("not to blame", evidence.Conclusion(), StringComparison.Ordinal);
    }

    [Fact]
    public void Jumps_that_stay_are_laid_to_the_weights_and_a_ragged_batch_is_named_when_it_matters()
    {
        var evidence = BatchNormEvidence.Of(Run([4, 1, 5, 1], [4, 1, 5, 1], [1, 1, 1, 1]))!;
        Assert.Contains("the weights themselves jump", evidence.Conclusion(), StringComparison.Ordinal);
        Assert.Contains("ragged batch of an epoch matters much", evidence.Conclusion(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_probe_or_with_few_epochs_nothing_is_said()
    {
        Assert.Null(BatchNormEvidence.Of(Run([4, 1], [1, 1], [1, 1])));
        Assert.Null(BatchNormEvidence.Of(new([Epoch(1, 1, []), Epoch(2, 1, []), Epoch(3, 1, [])])));
    }

    [Fact]
    public void Where_validation_used_new_statistics_the_running_ones_come_from_the_probe()
    {
        var history = new History([.. Enumerable.Range(1, 3).Select(i => Epoch(i, 0.5, new()
        {
            [BatchNormProbe.RunningLoss] = 2 * i, [BatchNormProbe.RunningAccuracy] = 0.1, [BatchNormProbe.ReestimatedLoss] = 0.5, [BatchNormProbe.ReestimatedAccuracy] = 0.9,
        }))]);
        Assert.Equal((2, 0), (BatchNormEvidence.Of(history)!.Running, BatchNormEvidence.Of(history)!.Reestimated));
        var table = BatchNormFigure.Create(history, "t").Table;
        Assert.Equal([1, 2.0, 0.1, 0.5, 0.9], table.Rows[0].Select(Convert.ToDouble));
        Assert.Throws<ArgumentException>(() => BatchNormFigure.Create(new([Epoch(1, 1, [])]), "t"));
    }

    private static History Run(double[] running, double[] anew, double[] withoutRagged) => new([.. running.Select((r, i) => Epoch(i + 1, r, new()
    {
        [BatchNormProbe.ReestimatedLoss] = anew[i], [BatchNormProbe.ReestimatedAccuracy] = 0.5, [BatchNormProbe.WithoutRaggedLoss] = withoutRagged[i], [BatchNormProbe.WithoutRaggedAccuracy] = 0.5,
    }))]);

    private static EpochResult Epoch(int number, double loss, Dictionary<string, double> extra) => new(number, 1, 0.5, loss, 0.5, 1e-3, 1, 1) { Extra = extra };
}
