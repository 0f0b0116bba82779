namespace MathSymbols.Evaluation;

/// <summary>How often the true class is among the k most probable ones; see <see cref="PredictionRank"/> for equals.</summary>
/// <param name="K">How many classes count, at least 1.</param>
/// <param name="Correct">Images whose class is among them, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many images, at least 1.</param>
public sealed record TopK(int K, long Correct, long Count)
{
    /// <summary>The share, 0 to 1. For k = 1 it is the accuracy.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>The share's 95 % interval; see <see cref="WilsonInterval"/>.</summary>
    public Interval Interval => WilsonInterval.Of(Correct, Count);

    /// <summary>Counts over some images.</summary>
    /// <param name="images">At least one.</param>
    /// <param name="k">How many classes count, at least 1; with all of them every image is correct.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is below 1.</exception>
    public static TopK Of(IEnumerable<IPrediction> images, int k)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var (correct, count) = (0L, 0L);
        foreach (var image in images)
        {
            count++;
            if (image.RankOfTruth() < k) correct++;
        }

        return count > 0 ? new(k, correct, count) : throw new ArgumentException("There is no prediction to count.", nameof(images));
    }
}
