namespace MathSymbols.Evaluation.Calibration;

/// <summary>Makes a classifier's confidences fit its accuracy by one number: its logits are divided by a temperature (Guo, Pleiss, Sun and Weinberger, ICML 2017). The predicted class stays.</summary>
/// <param name="Temperature">Above 1 for a classifier that is too sure of itself, below 1 for one that is not sure enough.</param>
public sealed record TemperatureScaling(double Temperature)
{
    /// <summary>The lowest and the highest temperature that <see cref="Fit"/> gives: where all is right the best would be 0, where all is wrong it would have no end.</summary>
    public static readonly Interval Range = new(0.01, 100);

    /// <summary>The temperature with the least negative log-likelihood.</summary>
    /// <param name="validation">Predictions of images that the classifier has not learned from, at least one; see <see cref="LogShares"/> for probabilities of 0.</param>
    /// <exception cref="ArgumentException">There is no prediction, one has a truth that is none of its classes, or a probability is no number.</exception>
    public static TemperatureScaling Fit(IEnumerable<IPrediction> validation)
    {
        ArgumentNullException.ThrowIfNull(validation);
        var images = validation.Select(v => (Logs: LogShares.Of(v), v.Truth)).ToList();
        if (images.Count == 0) throw new ArgumentException("There is no prediction to fit a temperature to.", nameof(validation));

        // The likelihood is convex in 1/T, so its slope changes its sign once: halving cannot miss it.
        var (low, high) = (Math.Log(1 / Range.High), Math.Log(1 / Range.Low));
        while (high - low > 1e-12)
        {
            var middle = (low + high) / 2;
            var inverse = Math.Exp(middle);
            if (images.Sum(i => Slope(i.Logs, i.Truth, inverse)) > 0) high = middle;
            else low = middle;
        }

        return new(Math.Clamp(Math.Exp(-(low + high) / 2), Range.Low, Range.High));
    }

    /// <summary>A prediction with other probabilities and the same predicted class.</summary>
    /// <param name="prediction">The prediction.</param>
    /// <exception cref="ArgumentException">Its truth is none of its classes, or a probability is no number.</exception>
    public CalibratedPrediction Apply(IPrediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Temperature);
        var scaled = Softmax(LogShares.Of(prediction), 1 / Temperature).Select(s => (float)s).ToArray();

        // Shares that differed may be the same number now, and of equals the first class is predicted.
        var predicted = prediction.Predicted();
        if (Array.IndexOf(scaled, scaled[predicted]) < predicted) scaled[predicted] = MathF.BitIncrement(scaled[predicted]);
        return new(prediction, scaled);
    }

    // Of one image's negative log-likelihood by 1/T.
    private static double Slope(double[] logs, int truth, double inverse) => Softmax(logs, inverse).Zip(logs, (share, log) => share * log).Sum() - logs[truth];

    private static double[] Softmax(double[] logs, double inverse)
    {
        var most = logs.Max();
        double[] parts = [.. logs.Select(l => Math.Exp((l - most) * inverse))];
        var sum = parts.Sum();
        return [.. parts.Select(p => p / sum)];
    }
}
