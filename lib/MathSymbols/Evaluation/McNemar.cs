namespace MathSymbols.Evaluation;

/// <summary>
/// Whether two classifiers differ on the same images: McNemar's test (1947, Psychometrika 12, 153–157). Only images that one has right and the other wrong say anything; if both were equally good,
/// each of those would be as likely one way as the other.
/// </summary>
public sealed record McNemar
{
    private McNemar(long bothRight, long onlyFirst, long onlySecond, long bothWrong) => (BothRight, OnlyFirst, OnlySecond, BothWrong) = (bothRight, onlyFirst, onlySecond, bothWrong);

    /// <summary>Images that both have right.</summary>
    public long BothRight { get; }

    /// <summary>Images that only the first has right.</summary>
    public long OnlyFirst { get; }

    /// <summary>Images that only the second has right.</summary>
    public long OnlySecond { get; }

    /// <summary>Images that both have wrong.</summary>
    public long BothWrong { get; }

    /// <summary>How many images there are.</summary>
    public long Count => BothRight + OnlyFirst + OnlySecond + BothWrong;

    /// <summary>The two-sided exact p, above 0 (or 0 where it is too small for a double), at most 1: how likely so uneven a split is if both are equally good. 1 when no image tells them apart.</summary>
    public double P { get; private init; }

    /// <summary>The exact test: twice the binomial tail, with p = 1/2, of the smaller count of the images that one has right and the other wrong; at most 1.</summary>
    /// <param name="bothRight">Images that both have right, 0 or more.</param>
    /// <param name="onlyFirst">Images that only the first has right, 0 or more.</param>
    /// <param name="onlySecond">Images that only the second has right, 0 or more.</param>
    /// <param name="bothWrong">Images that both have wrong, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static McNemar Exact(long bothRight, long onlyFirst, long onlySecond, long bothWrong)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bothRight);
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfNegative(bothWrong);
        var p = onlyFirst == onlySecond ? 1 : Math.Min(1, 2 * FairCoin.AtMost(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond));
        return new(bothRight, onlyFirst, onlySecond, bothWrong) { P = p };
    }

    /// <summary>The exact test of what two classifiers did on the same images.</summary>
    /// <param name="images">An entry an image: whether the first and the second have it right.</param>
    public static McNemar Exact(IEnumerable<(bool First, bool Second)> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        var counts = new long[4];
        foreach (var (first, second) in images) counts[(first ? 0 : 2) + (second ? 0 : 1)]++;
        return Exact(counts[0], counts[1], counts[2], counts[3]);
    }
}
