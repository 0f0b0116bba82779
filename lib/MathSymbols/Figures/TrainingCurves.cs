using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>The report's pair of curves: Model loss and Model accuracy over the epochs, training and validation.</summary>
public static class TrainingCurves
{
    private static readonly string[] Columns = ["Epoch", "Loss", "Accuracy", "Val loss", "Val accuracy"];

    /// <summary>Draws a history; a single epoch shows as points.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="beside">Another run, drawn dashed in the same panels, and what its lines are called: "full run" gives "Train, full run" and "Val, full run".</param>
    /// <exception cref="ArgumentException">A history is empty.</exception>
    public static Figure Create(History history, string title, string? note = null, string? name = null, (string Label, History History)? beside = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0)
            throw new ArgumentException("The history is empty: there is no epoch to draw.", nameof(history));
        if (beside is { History.Epochs.Count: 0 })
            throw new ArgumentException("The history to draw beside is empty: there is no epoch to draw.", nameof(beside));
        var last = Math.Max(history.Last.Epoch, beside?.History.Last.Epoch ?? 1);
        var step = Math.Max(1, NiceTicks.Step(Math.Max(1, last - history.Epochs[0].Epoch), 10));
        var chart = new ChartSpec(
            Panel("Model loss", "Loss (Categorical_crossentropy)", e => e.Loss, e => e.ValidationLoss),
            Panel("Model accuracy", "Accuracy", e => e.Accuracy, e => e.ValidationAccuracy));
        return ChartFigure.Create(chart, title, Describe(history, beside), name, note, Table(history, beside), Report(history, beside));

        ChartPanel Panel(string panelTitle, string yTitle, Func<EpochResult, double> train, Func<EpochResult, double> validation) => new(
            panelTitle, "Epoch", yTitle, [.. Series(train, validation)])
        { XStep = step };

        IEnumerable<ChartSeries> Series(Func<EpochResult, double> train, Func<EpochResult, double> validation)
        {
            if (beside is { } other)
            {
                yield return Line($"Train, {other.Label}", Palette.Blue, other.History, train) with { Dashed = true };
                yield return Line($"Val, {other.Label}", Palette.Orange, other.History, validation) with { Dashed = true };
            }

            yield return Line("Train", Palette.Blue, history, train);
            yield return Line("Val", Palette.Orange, history, validation);
        }
    }

    private static LineSeries Line(string name, string color, History history, Func<EpochResult, double> value) =>
        new(name, color, [.. history.Epochs.Select(e => (double)e.Epoch)], [.. history.Epochs.Select(value)]);

    private static string Describe(History history, (string Label, History History)? beside)
    {
        var text = $"Two line charts over {Epochs(history)}. {Curves(history)}";
        return beside is { } other ? $"{text} Dashed beside it, {other.Label} over {Epochs(other.History)}. {Curves(other.History)}" : text;
    }

    private static string Epochs(History history) => history.Epochs.Count == 1 ? "1 epoch" : string.Create(CultureInfo.InvariantCulture, $"{history.Epochs.Count} epochs");

    private static string Curves(History history)
    {
        var (first, last, best) = (history.Epochs[0], history.Last, history.Best);
        return string.Create(CultureInfo.InvariantCulture, $"Loss: training {Path(e => e.Loss)}, validation {Path(e => e.ValidationLoss)}. Accuracy: training {Path(e => e.Accuracy)}, validation {Path(e => e.ValidationAccuracy)}; validation is highest in epoch {best.Epoch}, {best.ValidationAccuracy:0.###}.");

        string Path(Func<EpochResult, double> value) => first == last
            ? string.Create(CultureInfo.InvariantCulture, $"{value(first):0.###}")
            : string.Create(CultureInfo.InvariantCulture, $"from {value(first):0.###} to {value(last):0.###}");
    }

    private static FigureTable Table(History history, (string Label, History History)? beside)
    {
        if (beside is not { } other) return new(Columns, [.. history.Epochs.Select(e => (IReadOnlyList<object>)Row(e))]);
        return new(["Run", .. Columns], [.. Rows("this run", history), .. Rows(other.Label, other.History)]);

        static IEnumerable<IReadOnlyList<object>> Rows(string label, History run) => run.Epochs.Select(e => (IReadOnlyList<object>)[label, .. Row(e)]);
    }

    private static object[] Row(EpochResult e) => [e.Epoch, e.Loss, e.Accuracy, e.ValidationLoss, e.ValidationAccuracy];

    private static JsonObject Report(History history, (string Label, History History)? beside)
    {
        var report = Numbers(history);
        if (beside is { } other)
        {
            var numbers = Numbers(other.History);
            numbers["label"] = other.Label;
            report["beside"] = numbers;
        }

        return report;
    }

    private static JsonObject Numbers(History history)
    {
        var numbers = HistoryJson.Curves(history);
        numbers["epoch"] = JsonNumbers.Array(history.Epochs.Select(e => (long)e.Epoch));
        return numbers;
    }
}
