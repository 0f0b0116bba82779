namespace MathSymbols.Evaluation.Selective;

/// <summary>How the share of errors grows as less confident predictions are accepted too (El-Yaniv and Wiener, 2010, JMLR 11, 1605–1641).</summary>
/// <param name="Points">One a confidence that occurs, from the highest to the lowest: images of one confidence are accepted together.</param>
public sealed record RiskCoverageCurve(IReadOnlyList<RiskCoveragePoint> Points)
{
    /// <summary>The area under the curve, 0 to 1, lower is better: the mean, over the images, of the risk at which each is accepted (Geifman, Uziel and El-Yaniv, ICLR 2019).</summary>
    public double Area
    {
        get
        {
            var (sum, before) = (0.0, 0L);
            foreach (var point in Points)
            {
                sum += (point.Accepted - before) * point.Risk;
                before = point.Accepted;
            }

            return sum / before;
        }
    }

    /// <summary>The area if every right prediction were more confident than every wrong one: the least that this accuracy allows.</summary>
    public double IdealArea
    {
        get
        {
            var (right, count) = (Points[^1].Accepted - Points[^1].Wrong, Points[^1].Count);
            var sum = 0.0;
            for (var accepted = right + 1; accepted <= count; accepted++) sum += (double)(accepted - right) / accepted;
            return sum / count;
        }
    }

    /// <summary>What the area is above <see cref="IdealArea"/>, 0 or more: how badly confidences put the predictions in order, whatever the accuracy.</summary>
    public double ExcessArea => Area - IdealArea;

    /// <summary>Counts over some predictions.</summary>
    /// <param name="images">At least one.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static RiskCoverageCurve Of(IReadOnlyCollection<IPrediction> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0) throw new ArgumentException("There is no prediction to accept.", nameof(images));
        var (points, wrong, accepted) = (new List<RiskCoveragePoint>(), 0L, 0L);
        foreach (var step in images.GroupBy(i => i.Confidence()).OrderByDescending(g => g.Key))
        {
            accepted += step.Count();
            wrong += step.Count(i => !i.IsRight());
            points.Add(new(step.Key, wrong, accepted, images.Count));
        }

        return new(points);
    }
}
