using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Training;
using MathSymbols.Tuning;

namespace MathSymbols.Figures;

/// <summary>The trials of a search, one row each. Shown anew as the search goes on, it follows it live.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<TrialTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class TrialTable : IHtmlValue
{
    private readonly SearchProgress _progress;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows a search.</summary>
    /// <param name="progress">How far it is.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public TrialTable(SearchProgress progress, string? note = null, string name = "trials")
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_progress, _note, _name) = (progress, note, name);
    }

    /// <summary>The columns' names and one row of values a finished trial.</summary>
    public FigureTable Table => TableOf(_progress.Finished, _progress.Objective);

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(Title, _note, _name, Table, Report(), Running);

    private string Title
    {
        get
        {
            var best = _progress.Best is { } trial ? string.Create(CultureInfo.InvariantCulture, $", best {_progress.Objective} {trial.Outcome.Score:0.0000}") : "";
            return $"Search: {_progress.Finished.Count} trials{(_progress.Stopped is null ? "" : ", ended")}{best}";
        }
    }

    private string? Running => _progress is { Running: { } trial, Training: { } training }
        ? $"trial {trial.Number}, {trial.HyperParameters}: {ProgressText.Running(training) ?? ProgressText.Title(training)}"
        : null;

    /// <inheritdoc/>
    public override string ToString() => TableText.Of(Title, Table) + (Running is { } running ? "\n" + running : "");

    /// <summary>Trials as rows.</summary>
    internal static FigureTable TableOf(IReadOnlyList<FinishedTrial> trials, EpochMetric objective)
    {
        var names = trials.Count > 0 ? trials[0].Trial.HyperParameters.Names : [];
        return new(
            ["Trial", .. names, "Bracket", "Epochs", "Starts from", objective.Name, "accuracy", "val_loss", "Seconds"],
            [.. trials.Select(t => (IReadOnlyList<object>)
            [
                t.Trial.Number, .. names.Select(n => Convert.ToString(t.Trial.HyperParameters[n], CultureInfo.InvariantCulture)!), t.Trial.Bracket,
                t.Trial.InitialEpoch == 0 ? $"{t.Trial.Epochs}" : $"{t.Trial.InitialEpoch} to {t.Trial.Epochs}",
                t.Trial.WarmStartFrom is { } source ? $"trial {source}" : "anew",
                t.Outcome.Score is { } score ? Text(score, "0.0000") : "failed", t.Best is { } reached ? Text(reached.Accuracy, "0.0000") : "–", t.Best is { } best ? Text(best.ValidationLoss, "0.0000") : "–", Text(t.Seconds, "0.0"),
            ])]);
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private JsonObject Report() => new()
    {
        ["count"] = _progress.Finished.Count,
        ["stopped"] = _progress.Stopped?.ToString(),
        ["objective"] = _progress.Objective.Name,
        ["best_score"] = _progress.Best?.Outcome.Score,
        ["best"] = _progress.Best?.Trial.HyperParameters.ToJson(),
        ["trials"] = new JsonArray([.. _progress.Finished.Select(TrialFormat.ToJson)]),
    };
}
