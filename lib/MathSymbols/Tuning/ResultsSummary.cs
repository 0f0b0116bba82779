using System.Globalization;
using System.Text;
using MathSymbols.Training;

namespace MathSymbols.Tuning;

/// <summary>A finished search in words, as Keras Tuner's results_summary.</summary>
public static class ResultsSummary
{
    /// <summary>Why the search is over, and its best trials.</summary>
    /// <param name="result">The search.</param>
    /// <param name="count">How many trials to name at most, at least 1.</param>
    public static string Text(SearchResult result, int count = 10)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var text = new StringBuilder().Append(Sentence(result)).Append('\n');
        foreach (var trial in result.Completed.Take(count))
            text.Append(CultureInfo.InvariantCulture, $"  {result.Objective} {trial.Outcome.Score:0.0000} in epoch {trial.Best!.Epoch}: {trial.Trial.HyperParameters} (trial {trial.Trial.Number})\n");
        foreach (var trial in result.Trials.Where(t => t.Outcome.Failure is not null).Take(count))
            text.Append(CultureInfo.InvariantCulture, $"  failed: {trial.Trial.HyperParameters} (trial {trial.Trial.Number}): {trial.Outcome.Failure}\n");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>How many trials there were, how long they took, and why there are no more.</summary>
    /// <param name="result">The search.</param>
    public static string Sentence(SearchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var why = result.Stopped == SearchStop.Collisions ? "more than 20 draws in a row hit configurations already tried" : "all brackets are done";
        return $"{result.Trials.Count} trials in {ProgressText.Duration(result.Elapsed)}; the search is over because {why}.";
    }
}
