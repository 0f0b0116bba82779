using MathSymbols.Evaluation;

namespace MathSymbols.Data.Audit;

/// <summary>
/// How many images with one label probably belong to another class, from probabilities that are out of fold: the confident joint of
/// Northcutt, Jiang and Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels" (2021, Journal of Artificial Intelligence
/// Research 70, 1373–1411).
/// </summary>
/// <param name="Thresholds">A class's mean probability over the images with its label, 0 to 1; null for a class without images.</param>
/// <param name="Counts">Images, shape [given label, probable class]; those that reach no class's threshold are not among them.</param>
/// <param name="Calibrated">The same as shares of all images: each row adds up to what its label has of them, and all to 1. Without images, 0.</param>
public sealed record ConfidentJoint(IReadOnlyList<double?> Thresholds, long[,] Counts, double[,] Calibrated)
{
    /// <summary>The share of wrong labels, 0 to 1.</summary>
    public double ErrorShare { get; } = OffDiagonal(Calibrated);

    /// <summary>Of predictions.</summary>
    /// <param name="predictions">What was said of each image by a model that was not trained on it; the truth is the given label. May be none.</param>
    /// <param name="classes">How many classes there are; each prediction has as many probabilities.</param>
    public static ConfidentJoint Of(IReadOnlyCollection<IPrediction> predictions, int classes)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentOutOfRangeException.ThrowIfNegative(classes);
        var (given, sums) = (new long[classes], new double[classes]);
        foreach (var prediction in predictions)
        {
            given[prediction.Truth]++;
            sums[prediction.Truth] += prediction.Probabilities[prediction.Truth];
        }

        double?[] thresholds = [.. given.Zip(sums, (n, sum) => n > 0 ? sum / n : (double?)null)];
        var counts = new long[classes, classes];
        foreach (var prediction in predictions)
        {
            if (Probable(prediction.Probabilities, thresholds) is { } probable) counts[prediction.Truth, probable]++;
        }

        return new(thresholds, counts, Calibrate(counts, given, predictions.Count));
    }

    /// <summary>The most probable of the classes whose threshold is reached, of equals the first; null when none is.</summary>
    /// <param name="probabilities">One value a class.</param>
    public int? Probable(IReadOnlyList<float> probabilities) => Probable(probabilities, Thresholds);

    private static int? Probable(IReadOnlyList<float> probabilities, IReadOnlyList<double?> thresholds)
    {
        int? best = null;
        for (var i = 0; i < thresholds.Count; i++)
        {
            if (probabilities[i] >= thresholds[i] && (best is not { } b || probabilities[i] > probabilities[b])) best = i;
        }

        return best;
    }

    // A row is never empty where a label has images: the surest of them reaches their mean.
    private static double[,] Calibrate(long[,] counts, long[] given, int all)
    {
        var (classes, shares) = (given.Length, new double[given.Length, given.Length]);
        for (var i = 0; i < classes; i++)
        {
            var row = Enumerable.Range(0, classes).Sum(j => counts[i, j]);
            for (var j = 0; j < classes && row > 0; j++) shares[i, j] = (double)counts[i, j] / row * given[i] / all;
        }

        return shares;
    }

    private static double OffDiagonal(double[,] shares)
    {
        double sum = 0;
        for (var i = 0; i < shares.GetLength(0); i++)
        {
            for (var j = 0; j < shares.GetLength(1); j++) sum += i == j ? 0 : shares[i, j];
        }

        return sum;
    }
}
