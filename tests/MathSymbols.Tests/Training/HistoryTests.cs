using MathSymbols.Training;
using Xunit;

namespace MathSymbols.Tests.Training;

public sealed class HistoryTests
{
    [Fact]
    public void Best_is_the_earliest_of_equal_validation_accuracies()
    {
        var history = new History([Epoch(1, 0.5), Epoch(2, 0.9), Epoch(3, 0.9)]);
        Assert.Equal(2, history.Best.Epoch);
        Assert.Equal(3, history.Last.Epoch);
    }

    private static EpochResult Epoch(int number, double accuracy) => new(number, 1, 0.5, 1, accuracy, 1e-3, 1, 1);
}
