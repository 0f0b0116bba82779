namespace MathSymbols.Evaluation.Calibration;

/// <summary>Whether confidences are what they say: of images predicted with 80 %, 80 % should be right.</summary>
/// <param name="Bins">By rising confidence.</param>
public sealed record Reliability(IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>How many bins there are where nothing else is asked for, as in Guo et al., ICML 2017.</summary>
    public const int DefaultBins = 15;

    /// <summary>How many images there are.</summary>
    public long Count => Bins.Sum(b => b.Count);

    /// <summary>The expected calibration error, 0 to 1: the mean distance of confidence and accuracy, each bin counted by its images.</summary>
    public double ExpectedError => Bins.Where(b => b.Count > 0).Sum(b => b.Count * Math.Abs(b.Gap)) / Count;

    /// <summary>Bins of equal width from 0 to 1; each includes its upper edge, not its lower one.</summary>
    /// <param name="images">At least one.</param>
    /// <param name="bins">How many, at least 1.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static Reliability EqualWidth(IEnumerable<IPrediction> images, int bins = DefaultBins)
    {
        var places = Sorted(images, bins).ToLookup(i => Math.Max(0, (int)Math.Ceiling(i.Confidence * bins) - 1));
        return new([.. Enumerable.Range(0, bins).Select(b => Bin((double)b / bins, (b + 1.0) / bins, [.. places[b]]))]);
    }

    /// <summary>
    /// Adaptive bins: as equal in number of images as they can be. Equal confidences stay in one bin, so that the order of the images
    /// plays no part; where many are equal, there are fewer bins.
    /// </summary>
    /// <param name="images">At least one.</param>
    /// <param name="bins">How many at most, at least 1.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static Reliability EqualCount(IEnumerable<IPrediction> images, int bins = DefaultBins)
    {
        var sorted = Sorted(images, bins);
        var result = new List<ReliabilityBin>();
        for (var start = 0; start < sorted.Count;)
        {
            // To where the bin ends in which the first of these images would be, ties aside.
            var end = (int)(((((long)start * bins / sorted.Count) + 1) * sorted.Count + bins - 1) / bins);
            while (end < sorted.Count && sorted[end].Confidence == sorted[end - 1].Confidence) end++;
            result.Add(Bin(sorted[start].Confidence, sorted[end - 1].Confidence, sorted[start..end]));
            start = end;
        }

        return new(result);
    }

    private static List<(double Confidence, bool Right)> Sorted(IEnumerable<IPrediction> images, int bins)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var sorted = images.Select(i => (Confidence: i.Confidence(), Right: i.IsRight())).OrderBy(i => i.Confidence).ToList();
        return sorted.Count > 0 ? sorted : throw new ArgumentException("There is no prediction to look at.", nameof(images));
    }

    private static ReliabilityBin Bin(double low, double high, List<(double Confidence, bool Right)> images) =>
        new(low, high, images.Count(i => i.Right), images.Count, images.Count == 0 ? double.NaN : images.Average(i => i.Confidence));
}
