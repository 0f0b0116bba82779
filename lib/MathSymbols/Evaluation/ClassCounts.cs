namespace MathSymbols.Evaluation;

/// <summary>What a class' scores are made of.</summary>
/// <param name="Right">Images of the class predicted as it.</param>
/// <param name="Predicted">Images predicted as it.</param>
/// <param name="Observed">Images of it.</param>
internal readonly record struct ClassCounts(long Right, long Predicted, long Observed)
{
    /// <summary>The scores, as scikit-learn computes them; a share of nothing is <paramref name="zeroDivision"/>.</summary>
    public ClassScores Scores(string name, double zeroDivision)
    {
        var precision = Predicted == 0 ? zeroDivision : (double)Right / Predicted;
        var recall = Observed == 0 ? zeroDivision : (double)Right / Observed;

        // Only a class that is neither observed nor predicted has no F1.
        var f1 = Right > 0 ? 2 * precision * recall / (precision + recall) : Predicted + Observed == 0 ? zeroDivision : 0;
        return new(name, precision, recall, f1, Observed);
    }

    /// <summary>Both together.</summary>
    public static ClassCounts operator +(ClassCounts a, ClassCounts b) => new(a.Right + b.Right, a.Predicted + b.Predicted, a.Observed + b.Observed);
}
