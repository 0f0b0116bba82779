using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Evaluation;
using MathSymbols.Evaluation.Calibration;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Whether confidences are what they say: accuracy against confidence bin by bin, and beside it how many images each bin has.</summary>
public static class ReliabilityDiagram
{
    // Room for the markers of what is 1 or 0.
    private const double End = 1.03;

    /// <summary>Draws bins of equal width that have an image, each at its mean confidence; where a classifier is calibrated, they lie on the diagonal.</summary>
    /// <param name="images">At least one.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="count">How many bins, at least 1.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static Figure Create(IReadOnlyCollection<IPrediction> images, string title, string? note = null, string? name = null, int count = Reliability.DefaultBins)
    {
        var (reliability, adaptive) = (Reliability.EqualWidth(images, count), Reliability.EqualCount(images, count));
        var bins = reliability.Bins.Where(b => b.Count > 0).ToList();
        var chart = new ChartSpec(
            new ChartPanel("Accuracy by confidence", "Confidence", "Accuracy", Diagonal, Intervals(bins), new LineSeries("Accuracy of the bin", Palette.Blue, [.. bins.Select(b => b.MeanConfidence)], [.. bins.Select(b => b.Accuracy)])) { XRange = (0, End), YRange = (1 - End, End) },
            new ChartPanel("How often each confidence occurs", "Confidence", "Images", new BarSeries("Images", Palette.Blue, [.. bins.Select(b => (b.Low + b.High) / 2)], [.. bins.Select(b => (double)b.Count)], 1.0 / count, 0)) { XRange = (0, End) });
        return ChartFigure.Create(chart, title, Describe(reliability, adaptive, bins), name, note, Table(bins), Report(reliability, adaptive));
    }

    private static LineSeries Diagonal => new("As confident as right", Palette.Lines[^1], [0, 1], [0, 1]) { Dashed = true };

    // A gap after each, so that one line draws them all.
    private static LineSeries Intervals(List<ReliabilityBin> bins) => new(
        "95 % interval", Palette.Orange, [.. bins.SelectMany(b => Enumerable.Repeat(b.MeanConfidence, 3))], [.. bins.SelectMany(b => (double[])[b.Interval!.Low, b.Interval.High, double.NaN])]) { Plain = true };

    private static string Describe(Reliability reliability, Reliability adaptive, List<ReliabilityBin> bins)
    {
        var (worst, largest) = (bins.MaxBy(b => b.Count * Math.Abs(b.Gap))!, bins.MaxBy(b => b.Count)!);
        return string.Create(CultureInfo.InvariantCulture, $"Accuracy against confidence of {reliability.Count:N0} images in {bins.Count} bins, with the diagonal on which the two are equal, and a histogram of the confidences. The expected calibration error is {reliability.ExpectedError:0.0000}, with as many images in each bin {adaptive.ExpectedError:0.0000}. Most is due to {Range(worst)}: mean confidence {worst.MeanConfidence:0.000}, accuracy {worst.Accuracy:0.000}. The most images, {largest.Count:N0}, have {Range(largest)}.");
    }

    private static string Range(ReliabilityBin bin) => string.Create(CultureInfo.InvariantCulture, $"confidences of {bin.Low:0.00} to {bin.High:0.00}");

    private static FigureTable Table(List<ReliabilityBin> bins) => new(
        ["From", "To", "Images", "Mean confidence", "Accuracy", "95 % from", "95 % to"],
        [.. bins.Select(b => (IReadOnlyList<object>)[b.Low, b.High, b.Count, b.MeanConfidence, b.Accuracy, b.Interval!.Low, b.Interval.High])]);

    private static JsonObject Report(Reliability reliability, Reliability adaptive) => new()
    {
        ["images"] = reliability.Count,
        ["expected_calibration_error"] = JsonNumbers.Number(reliability.ExpectedError),
        ["adaptive_calibration_error"] = JsonNumbers.Number(adaptive.ExpectedError),
        ["bins"] = new JsonArray([.. reliability.Bins.Select(b => new JsonObject
        {
            ["low"] = b.Low,
            ["high"] = b.High,
            ["count"] = b.Count,
            ["correct"] = b.Correct,
            ["mean_confidence"] = JsonNumbers.Number(b.MeanConfidence),
            ["accuracy"] = JsonNumbers.Number(b.Accuracy),
            ["interval"] = b.Interval is { } interval ? JsonNumbers.Array([interval.Low, interval.High]) : null,
        })]),
    };
}
