using FsCheck.Xunit;
using MathSymbols.Evaluation;
using Xunit;

namespace MathSymbols.Tests.Evaluation;

public sealed class ConfusionMatrixTests
{
    private static readonly string[] Classes = ["1", "7", "z", "never"];

    // 1: 3 right, 1 as 7; 7: 1 right, 2 as 1; z: 1 as 1, 1 as 7; the last class does not occur.
    private static readonly ConfusionMatrix Matrix = ConfusionMatrix.Of(Classes, [(0, 0), (0, 0), (0, 0), (0, 1), (1, 1), (1, 0), (1, 0), (2, 0), (2, 1)]);

    [Fact]
    public void Rows_are_observations_and_columns_predictions()
    {
        Assert.Equal([3, 1, 0, 0, 2, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0], Matrix.Counts.Cast<long>());
        Assert.Equal((1, 2), (Matrix[0, 1], Matrix[1, 0]));
        Assert.Equal((9, 4, 4.0 / 9), (Matrix.Total, Matrix.Correct, Matrix.Accuracy));
    }

    [Theory]
    [InlineData(NormalizeBy.None, 3, 2)]
    [InlineData(NormalizeBy.Row, 3 / 4.0, 2 / 3.0)]
    [InlineData(NormalizeBy.Column, 3 / 6.0, 2 / 6.0)]
    [InlineData(NormalizeBy.All, 3 / 9.0, 2 / 9.0)]
    public void Counts_become_shares(NormalizeBy by, double first, double below)
    {
        var shares = Matrix.Normalized(by);
        Assert.Equal((first, below), (shares[0, 0], shares[1, 0]));

        // Nothing of the last class: 0, not NaN.
        Assert.All(Enumerable.Range(0, 4), i => Assert.Equal((0.0, 0.0), (shares[3, i], shares[i, 3])));
    }

    [Property]
    public bool Shares_of_rows_columns_and_all_add_up_to_1_or_0(byte[] images)
    {
        if (images.Length == 0) return true;
        var matrix = ConfusionMatrix.Of(Classes, images.Select(b => (b % 4, b / 4 % 4)));
        var (rows, columns) = (matrix.Normalized(NormalizeBy.Row), matrix.Normalized(NormalizeBy.Column));
        return Enumerable.Range(0, 4).All(i =>
                IsWhole(Enumerable.Range(0, 4).Sum(j => rows[i, j]), images.Any(b => b % 4 == i)) && IsWhole(Enumerable.Range(0, 4).Sum(j => columns[j, i]), images.Any(b => b / 4 % 4 == i)))
            && IsWhole(matrix.Normalized(NormalizeBy.All).Cast<double>().Sum(), any: true);

        static bool IsWhole(double sum, bool any) => Math.Abs(sum - (any ? 1 : 0)) < 1e-12;
    }

    [Fact]
    public void The_most_confused_come_by_count_then_in_class_order()
    {
        Assert.Equal(
            [new("7", "1", 2, 2 / 3.0), new("1", "7", 1, 1 / 4.0), new("z", "1", 1, 1 / 2.0), new("z", "7", 1, 1 / 2.0)],
            Matrix.MostConfused());
        Assert.Equal(["7", "1"], Matrix.MostConfused(2).Select(c => c.Observation));
        Assert.Empty(ConfusionMatrix.Of(Classes, [(2, 2)]).MostConfused());
    }

    [Fact]
    public void Predictions_count_by_their_most_probable_class()
    {
        var matrix = ConfusionMatrix.Of(["a", "b"], [Image(0, 0.9f, 0.1f), Image(1, 0.5f, 0.5f), Image(1, 0.2f, 0.8f)]);
        Assert.Equal([1, 0, 1, 1], matrix.Counts.Cast<long>());
    }

    [Fact]
    public void Refuses_what_cannot_be_counted()
    {
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(Classes, Array.Empty<(int, int)>()));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(Classes, [(0, 4)]));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(Classes, [(-1, 0)]));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Of(["a", "a"], [(0, 1)]));
    }

    private static PredictedImage Image(int label, params float[] probabilities) => new(0, label, probabilities);
}
