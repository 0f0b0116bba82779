namespace MathSymbols.Evaluation.Parts;

/// <summary>The accuracies of a k-fold cross-validation, and what they come to.</summary>
/// <param name="Folds">One entry a fold, at least one, each with an image.</param>
public sealed record FoldSummary(IReadOnlyList<PartAccuracy> Folds)
{
    /// <summary>The mean of the folds' accuracies, each fold counted alike.</summary>
    public double Mean => Folds.Average(f => f.Accuracy);

    /// <summary>The sample standard deviation of the folds' accuracies, over n − 1; NaN for one fold. The folds share training images, so it is no standard error of the mean.</summary>
    public double StandardDeviation => Math.Sqrt(Folds.Sum(f => Math.Pow(f.Accuracy - Mean, 2)) / (Folds.Count - 1));

    /// <summary>The lowest accuracy.</summary>
    public double Lowest => Folds.Min(f => f.Accuracy);

    /// <summary>The highest accuracy.</summary>
    public double Highest => Folds.Max(f => f.Accuracy);

    /// <summary>All folds' images counted together.</summary>
    public PartAccuracy Pooled => new("all folds", Folds.Sum(f => f.Correct), Folds.Sum(f => f.Count));
}
