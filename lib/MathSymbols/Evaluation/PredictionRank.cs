namespace MathSymbols.Evaluation;

/// <summary>The order in which a prediction names the classes: the most probable first; of equally probable ones the first in class order, as numpy's and Keras' argmax have it.</summary>
public static class PredictionRank
{
    /// <summary>Index of the predicted class.</summary>
    /// <param name="prediction">At least one probability.</param>
    /// <exception cref="ArgumentException">There is no probability.</exception>
    public static int Predicted(this IPrediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var shares = prediction.Probabilities;
        if (shares.Count == 0) throw new ArgumentException("The prediction has no probability.", nameof(prediction));
        var best = 0;
        for (var i = 1; i < shares.Count; i++)
        {
            if (shares[i].CompareTo(shares[best]) > 0) best = i;
        }

        return best;
    }

    /// <summary>The predicted class's probability, 0 to 1.</summary>
    /// <param name="prediction">At least one probability.</param>
    /// <exception cref="ArgumentException">There is no probability.</exception>
    public static double Confidence(this IPrediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        return Math.Min(1, (double)prediction.Probabilities[prediction.Predicted()]); // A rounded share may lie a little above.
    }

    /// <summary>Where the true class stands: 0 when it is the predicted one, at most the number of classes less 1.</summary>
    /// <param name="prediction">Its truth is one of its classes.</param>
    /// <exception cref="ArgumentException">The truth is none of the classes.</exception>
    public static int RankOfTruth(this IPrediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var (truth, shares) = (prediction.Truth, prediction.Probabilities);
        if (truth < 0 || truth >= shares.Count) throw new ArgumentException($"The true class is number {truth}, but there are {shares.Count} probabilities.", nameof(prediction));

        // CompareTo also orders NaN, below all numbers.
        return Enumerable.Range(0, shares.Count).Count(i => shares[i].CompareTo(shares[truth]) is var order && (order > 0 || (order == 0 && i < truth)));
    }

    /// <summary>True when the predicted class is the true one.</summary>
    /// <param name="prediction">The prediction.</param>
    public static bool IsRight(this IPrediction prediction) => prediction.Predicted() == prediction.Truth;
}
