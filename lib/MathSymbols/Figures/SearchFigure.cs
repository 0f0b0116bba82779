using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Tuning;

namespace MathSymbols.Figures;

/// <summary>
/// A search at a glance: the score over its first numeric hyper-parameter, a line for each combination of the others, and the same scores in
/// the order of the search.
/// </summary>
public static class SearchFigure
{
    // Values this far apart are shown by their logarithm.
    private const double Wide = 5;

    /// <summary>Draws a finished search.</summary>
    /// <param name="result">At least one of its trials has been completed.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="TuningException">Every trial has failed.</exception>
    public static Figure Create(SearchResult result, string title = "The search", string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        var best = result.Best;
        var axis = best.Trial.HyperParameters.Names.FirstOrDefault(n => best.Trial.HyperParameters[n] is long or double);
        var log = axis is not null && IsWide(result.Completed.Select(t => Value(t, axis)));
        var groups = result.Completed.GroupBy(t => Group(t, axis)).OrderBy(g => g.Key, StringComparer.Ordinal).Take(Palette.Lines.Count).ToList();
        var order = new ChartPanel("In the order of the search", "Trial", result.Objective.Name, [.. groups.Select((g, i) => InOrder(g.Key, [.. g], i))]) { XStep = result.Trials.Count <= 12 ? 1 : 0 };
        var chart = axis is null ? new ChartSpec(order) : new ChartSpec(
            new ChartPanel("By hyper-parameter", log ? $"log10 of {axis}" : axis, result.Objective.Name, [.. groups.Select((g, i) => ByValue(g.Key, [.. g], i, axis, log))]) { XStep = log ? 1 : 0 },
            order);
        return ChartFigure.Create(chart, title, Describe(result), name, note, TrialTable.TableOf(result.Trials, result.Objective), Report(result));
    }

    // Of trials with one value, such as the rounds of a promoted one, the best counts.
    private static LineSeries ByValue(string name, List<FinishedTrial> trials, int index, string axis, bool log)
    {
        var points = trials.GroupBy(t => Value(t, axis)).Select(g => (X: log ? Math.Log10(g.Key) : g.Key, Y: g.Max(t => t.Outcome.Score!.Value))).OrderBy(p => p.X).ToList();
        return new(name, Palette.Lines[index], [.. points.Select(p => p.X)], [.. points.Select(p => p.Y)]);
    }

    private static LineSeries InOrder(string name, List<FinishedTrial> trials, int index)
    {
        var ordered = trials.OrderBy(t => t.Trial.Number).ToList();
        return new(name, Palette.Lines[index], [.. ordered.Select(t => (double)t.Trial.Number)], [.. ordered.Select(t => t.Outcome.Score!.Value)]);
    }

    private static string Group(FinishedTrial trial, string? axis)
    {
        var values = trial.Trial.HyperParameters;
        var rest = values.Names.Where(n => n != axis).Select(n => Convert.ToString(values[n], CultureInfo.InvariantCulture)).ToList();
        return rest.Count == 0 ? "All trials" : string.Join(", ", rest);
    }

    private static double Value(FinishedTrial trial, string axis) => Convert.ToDouble(trial.Trial.HyperParameters[axis], CultureInfo.InvariantCulture);

    private static bool IsWide(IEnumerable<double> values)
    {
        var all = values.ToList();
        return all.Min() > 0 && all.Max() / all.Min() >= Wide;
    }

    private static string Describe(SearchResult result)
    {
        var best = result.Best;
        var worst = result.Completed.Last();
        return string.Create(CultureInfo.InvariantCulture, $"Line charts of {result.Objective} of {result.Trials.Count} trials. Highest: {best.Outcome.Score:0.###} with {best.Trial.HyperParameters}; lowest: {worst.Outcome.Score:0.###} with {worst.Trial.HyperParameters}.");
    }

    private static JsonObject Report(SearchResult result) => new()
    {
        ["trials"] = result.Trials.Count,
        ["objective"] = result.Objective.Name,
        ["completed"] = result.Completed.Count(),
        ["stopped"] = result.Stopped.ToString(),
        ["seconds"] = result.Elapsed.TotalSeconds,
        ["best_score"] = result.Best.Outcome.Score,
        ["best"] = result.BestHyperParameters.ToJson(),
    };
}
