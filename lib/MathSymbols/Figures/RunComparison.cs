using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;
using MathSymbols.Runs;

namespace MathSymbols.Figures;

/// <summary>Validation accuracy over the epochs, one line a run; committed runs are dashed.</summary>
public static class RunComparison
{
    /// <summary>How many runs are drawn at most: more lines cannot be told apart.</summary>
    public const int MaximumRuns = 8;

    /// <summary>Draws runs that have an epoch. Of more than <see cref="MaximumRuns"/>, the committed ones and the latest own ones are drawn, and the note says so.</summary>
    /// <param name="runs">The runs, at least one of them with an epoch.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">What a reader should know, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">No run has an epoch.</exception>
    public static Figure Create(IReadOnlyList<StoredRun> runs, string title = "Runs compared", string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var all = runs.Where(r => r.Record.History.Epochs.Count > 0).ToList();
        if (all.Count == 0) throw new ArgumentException("No run has an epoch: there is nothing to compare.", nameof(runs));
        var kept = all.OrderByDescending(r => r.Committed).ThenByDescending(r => r.Record.Finished).Take(MaximumRuns).ToHashSet();
        var drawn = all.Where(kept.Contains).ToList();
        if (drawn.Count < all.Count)
        {
            var left = string.Create(CultureInfo.InvariantCulture, $"{drawn.Count} of {all.Count} runs are drawn: the committed ones and the latest");
            note = note is null ? left : $"{note} · {left}";
        }

        var lines = drawn.Select((run, i) => Line(run, Palette.Lines[i])).ToList();
        var last = drawn.Max(r => r.Record.History.Last.Epoch);
        var chart = new ChartSpec(new ChartPanel("Validation accuracy", "Epoch", "Accuracy", [.. lines]) { XStep = Math.Max(1, NiceTicks.Step(Math.Max(1, last - 1), 10)) });
        return ChartFigure.Create(chart, title, Describe(drawn), name, note, Table(drawn), Report(drawn));
    }

    private static string Name(StoredRun run) => $"{run.Label} ({(run.Committed ? "committed" : "own")})";

    private static LineSeries Line(StoredRun run, string color)
    {
        var epochs = run.Record.History.Epochs;
        return new(Name(run), color, [.. epochs.Select(e => (double)e.Epoch)], [.. epochs.Select(e => e.ValidationAccuracy)]) { Dashed = run.Committed };
    }

    private static string Describe(List<StoredRun> runs)
    {
        var parts = runs.Select(r => (Name: Name(r), r.Record.History.Best)).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name}: {r.Best.ValidationAccuracy:0.###} in epoch {r.Best.Epoch}"));
        return $"Line chart of validation accuracy over epochs, a line a run, committed runs dashed. Highest values: {string.Join("; ", parts)}.";
    }

    private static FigureTable Table(List<StoredRun> runs) => new(
        ["Run", "Epoch", "Val accuracy"],
        [.. runs.SelectMany(run => run.Record.History.Epochs.Select(e => (IReadOnlyList<object>)[Name(run), e.Epoch, e.ValidationAccuracy]))]);

    private static JsonObject Report(List<StoredRun> runs) => new()
    {
        ["runs"] = new JsonArray([.. runs.Select(run => new JsonObject
        {
            ["id"] = run.Record.Id,
            ["label"] = run.Label,
            ["committed"] = run.Committed,
            ["val_accuracy"] = HistoryJson.Column(run.Record.History, e => e.ValidationAccuracy),
        })]),
    };
}
