using MathSymbols.Evaluation;

namespace MathSymbols.Ledger;

/// <summary>
/// How far the averages of a classification report may lie from the true ones. No formula gives it for a mean over classes, so the images are drawn again, as many as there are, with
/// replacement, a thousand times (Efron 1979, Annals of Statistics 7, 1–26); between the 2.5 % and the 97.5 % percentile lie 95 % of the averages that come out. The seed is fixed.
/// </summary>
internal sealed class AverageIntervals
{
    private const int Draws = 1000;
    private const int Seed = 1001;

    private readonly List<ClassificationReport> _reports;

    private AverageIntervals(List<ClassificationReport> reports) => _reports = reports;

    /// <summary>Draws the images again.</summary>
    /// <param name="classNames">The classes' names.</param>
    /// <param name="images">What was said of each image, at least one.</param>
    public static AverageIntervals Of(IReadOnlyList<string> classNames, IReadOnlyList<IPrediction> images)
    {
        var pairs = images.Select(i => (i.Truth, i.Predicted())).ToArray();
        var random = new System.Random(Seed);
        return new([.. Enumerable.Range(0, Draws).Select(_ => ClassificationReport.Of(ConfusionMatrix.Of(classNames, Enumerable.Range(0, pairs.Length).Select(_ => pairs[random.Next(pairs.Length)]))))]);
    }

    /// <summary>The 95 % interval of a value.</summary>
    /// <param name="value">Takes it from a report.</param>
    public Interval Of(Func<ClassificationReport, double> value)
    {
        var sorted = _reports.Select(value).Order().ToList();
        return new(sorted[(int)(0.025 * (Draws - 1))], sorted[(int)Math.Ceiling(0.975 * (Draws - 1))]);
    }
}
