using System.Globalization;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Ledger;
using MathSymbols.Runs;

namespace MathSymbols.Figures;

/// <summary>Which of several models is best at what, by measurements alone.</summary>
public static class ModelAdvice
{
    // Timings of a few calls tell no smaller difference.
    private const double AboutAsLong = 1.5;

    /// <summary>The points: accuracy, robustness, speed, size. What was not measured is left out.</summary>
    /// <param name="medians">A run of each model, with a result on the same test images.</param>
    /// <param name="robustness">What each model is called, and its accuracy on changed images.</param>
    /// <param name="costs">What each model costs.</param>
    public static IReadOnlyList<Point> Of(IReadOnlyList<StoredRun> medians, IReadOnlyList<(string Name, RobustnessResult Result)> robustness, IReadOnlyList<ModelCost> costs)
    {
        ArgumentNullException.ThrowIfNull(medians);
        ArgumentNullException.ThrowIfNull(robustness);
        ArgumentNullException.ThrowIfNull(costs);
        return [.. new[] { Accuracy(medians), Robustness(robustness), Speed(costs), Size(costs) }.OfType<Point>()];
    }

    private static Point? Accuracy(IReadOnlyList<StoredRun> medians)
    {
        var ordered = medians.Where(r => r.Record.Result(RunWeights.LastEpoch, RunSet.Test) is not null).OrderByDescending(Of).ToList();
        if (ordered.Count < 2) return null;
        var (best, next) = (ordered[0], ordered[1]);
        var p = PairedTest.All([best, next])[0].Test?.P;
        var apart = p is null ? "" : string.Create(CultureInfo.InvariantCulture, $" On the same images McNemar's test {(p < 0.05 ? "tells them apart" : "does not tell them apart")} (p {(p < 0.0001 ? "< 0.0001" : $"= {p:0.0000}")}).");
        return new("On the report's own test images", string.Create(CultureInfo.InvariantCulture, $"{best.Label} is ahead with {Of(best):P2}; {next.Label} follows with {Of(next):P2}.{apart}"));

        static double Of(StoredRun run) => run.Record.Result(RunWeights.LastEpoch, RunSet.Test)!.Accuracy;
    }

    private static Point? Robustness(IReadOnlyList<(string Name, RobustnessResult Result)> robustness)
    {
        var ordered = robustness.OrderByDescending(r => r.Result.Counts.Accuracy).ToList();
        if (ordered.Count < 2) return null;
        var (best, next) = (ordered[0], ordered[1]);
        var rows = best.Result.Counts.Rows.Zip(next.Result.Counts.Rows).Where(p => p.First.Accuracy < p.Second.Accuracy).Select(p => p.First.Perturbation).ToList();
        var but = rows.Count == 0 ? $", ahead after each of the {best.Result.Counts.Rows.Count} kinds of change" : $", but behind after: {string.Join(", ", rows)}";
        return new("On changed images", string.Create(CultureInfo.InvariantCulture, $"{best.Name} keeps {best.Result.Counts.Accuracy:P1} and {next.Name} {next.Result.Counts.Accuracy:P1}, as means over the changes: {100 * (best.Result.Counts.Accuracy - next.Result.Counts.Accuracy):0.0} points between them{but}."));
    }

    private static Point? Speed(IReadOnlyList<ModelCost> costs)
    {
        var ordered = costs.Where(c => c.PerImage is not null).OrderBy(c => c.PerImage).ToList();
        return ordered.Count < 2 ? null : new("For one image", string.Create(
            CultureInfo.InvariantCulture, $"{ordered[0].Name} takes {ordered[0].PerImage!.Value.TotalMilliseconds:0.0} ms here, and {string.Join(" and ", ordered.Skip(1).Select(c => $"{c.Name} {Times(c.PerImage!.Value / ordered[0].PerImage!.Value)}"))}."));
    }

    private static string Times(double ratio) => ratio < AboutAsLong ? "about as long" : string.Create(CultureInfo.InvariantCulture, $"{ratio:0} times as long");

    private static Point? Size(IReadOnlyList<ModelCost> costs)
    {
        var ordered = costs.OrderBy(c => c.Parameters).ToList();
        return ordered.Count < 2 ? null : new("In size", string.Create(
            CultureInfo.InvariantCulture, $"{ordered[0].Name} has {ordered[0].Parameters:N0} parameters, {string.Join(" and ", ordered.Skip(1).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Name} {(double)c.Parameters / ordered[0].Parameters:0} times as many")))}."));
    }
}
