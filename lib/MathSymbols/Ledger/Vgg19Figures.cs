using System.Globalization;
using MathSymbols.Evaluation;
using MathSymbols.Runs;
using MathSymbols.Runtime;
using MathSymbols.Training;

namespace MathSymbols.Ledger;

/// <summary>What sections IV and V say of VGG19 alone: its base, its head, the classification report.</summary>
internal static class Vgg19Figures
{
    /// <summary>The figures of a run.</summary>
    public static IEnumerable<(string Id, Measured Value)> Of(StoredRun run, SaidOf said)
    {
        var record = run.Record;
        var size = Size(record);
        yield return ("vgg19/weights", Measured.Word(Vgg19Record.IsUntrained(record) ? "untrained" : "imagenet"));
        yield return ("vgg19/input", Measured.Word($"[3, {size}, {size}]", $"({size},{size},3)"));
        if (record.HyperParameters["dropout"] is { } dropout) yield return ("vgg19/dropout", Measured.Word(dropout.ToString()));
        yield return ("vgg19/patience", Measured.Count(Vgg19Plan.EarlyStopping.Patience));
        yield return ("vgg19/early-stopping", Measured.Word(StoppedEarly(record) ? "yes" : "no"));
        if (said.Matrix is not { } matrix) yield break;
        yield return ("vgg19/predictions", Measured.Count(matrix.Total));
        yield return ("vgg19/truths", Measured.Count(matrix.Sums(rows: true).Sum()));
        foreach (var figure in Classes(matrix)) yield return figure;
    }

    /// <summary>Height and width of the images: the record's, else those of its profile.</summary>
    public static string Size(RunRecord record) =>
        record.Settings.GetValueOrDefault(RunArchitecture.ImageSize) ?? Vgg19Plan.For(new Settings { Profile = record.Profile }).Size.ToString(CultureInfo.InvariantCulture);

    private static bool StoppedEarly(RunRecord record) => record.Settings.TryGetValue("early-stopping", out var setting) ? setting != "none" : record.StopReason.StartsWith("early stopping", StringComparison.Ordinal);

    private static IEnumerable<(string, Measured)> Classes(ConfusionMatrix matrix)
    {
        var (observed, predicted) = (matrix.Sums(rows: true), matrix.Sums(rows: false));
        foreach (var (i, name) in matrix.ClassNames.Index())
        {
            var right = matrix[i, i];
            yield return ($"vgg19-classes/{name}/precision", Share(predicted[i], "No image is taken for this class, so it has no precision."));
            yield return ($"vgg19-classes/{name}/recall", Share(observed[i], "There is no test image of this class."));
            var either = observed[i] + predicted[i] - right;
            yield return ($"vgg19-classes/{name}/f1-score", either > 0 ? Measured.Within((double)(2 * right) / (observed[i] + predicted[i]), F1Interval.Of(right, either)) : Measured.Apart("–", "No image is of this class or taken for it."));
            yield return ($"vgg19-classes/{name}/support", Measured.Count(observed[i]));

            Measured Share(long count, string none) => count > 0 ? Measured.Share(right, count) : Measured.Apart("–", none);
        }
    }

    /// <summary>The averages over classes; none where there are no predictions.</summary>
    public static IEnumerable<(string Id, Measured Value)> Averages(SaidOf said)
    {
        if (said.Matrix is not { } matrix) yield break;
        var report = ClassificationReport.Of(matrix);
        var again = AverageIntervals.Of(said.ClassNames, said.Of(RunSet.Test));
        (string Name, Func<ClassificationReport, ClassScores> Take)[] averages = [("macro", r => r.Macro), ("weighted", r => r.Weighted)];
        (string Name, Func<ClassScores, double> Take)[] scores = [("precision", s => s.Precision), ("recall", s => s.Recall), ("f1-score", s => s.F1)];
        yield return ("average/accuracy", Measured.Share(matrix.Correct, matrix.Total));
        yield return ("average/support", Measured.Count(matrix.Total));
        foreach (var average in averages)
        {
            foreach (var score in scores) yield return ($"average/{average.Name}-{score.Name}", Measured.Within(score.Take(average.Take(report)), again.Of(r => score.Take(average.Take(r)))));
            yield return ($"average/{average.Name}-support", Measured.Count(average.Take(report).Support));
        }

        var weighted = scores.Select(s => (Value: s.Take(report.Weighted), Interval: again.Of(r => s.Take(r.Weighted)))).Append((Value: matrix.Accuracy, Interval: WilsonInterval.Of(matrix.Correct, matrix.Total))).ToList();
        yield return ("conclusion/scores", Measured.Within(string.Join(" / ", weighted.Select(w => w.Value.ToString("P1", CultureInfo.InvariantCulture))), [.. weighted.Select(w => w.Interval)]));
    }
}
