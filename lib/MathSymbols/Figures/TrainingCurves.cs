using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>The report's pair of curves: Model loss and Model accuracy over the epochs, training and validation.</summary>
public static class TrainingCurves
{
    /// <summary>Draws a history; a single epoch shows as points.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">The history is empty.</exception>
    public static Figure Create(History history, string title, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0)
            throw new ArgumentException("The history is empty: there is no epoch to draw.", nameof(history));
        var epochs = history.Epochs.Select(e => (double)e.Epoch).ToArray();
        var step = Math.Max(1, NiceTicks.Step(Math.Max(1, epochs[^1] - epochs[0]), 10));
        var chart = new ChartSpec(
            Panel("Model loss", "Loss (Categorical_crossentropy)", e => e.Loss, e => e.ValidationLoss),
            Panel("Model accuracy", "Accuracy", e => e.Accuracy, e => e.ValidationAccuracy));
        return ChartFigure.Create(chart, title, Describe(history), name, note, Table(history), Report(history));

        ChartPanel Panel(string panelTitle, string yTitle, Func<EpochResult, double> train, Func<EpochResult, double> validation) => new(
            panelTitle, "Epoch", yTitle,
            new LineSeries("Train", Palette.Blue, epochs, history.Epochs.Select(train).ToArray()),
            new LineSeries("Val", Palette.Orange, epochs, history.Epochs.Select(validation).ToArray()))
        { XStep = step };
    }

    private static string Describe(History history)
    {
        var (first, last, best) = (history.Epochs[0], history.Last, history.Best);
        var epochs = history.Epochs.Count == 1 ? "1 epoch" : $"{history.Epochs.Count} epochs";
        return string.Create(CultureInfo.InvariantCulture, $"Two line charts over {epochs}. Loss: training {Path(e => e.Loss)}, validation {Path(e => e.ValidationLoss)}. Accuracy: training {Path(e => e.Accuracy)}, validation {Path(e => e.ValidationAccuracy)}; validation is highest in epoch {best.Epoch}, {best.ValidationAccuracy:0.###}.");

        string Path(Func<EpochResult, double> value) => first == last
            ? string.Create(CultureInfo.InvariantCulture, $"{value(first):0.###}")
            : string.Create(CultureInfo.InvariantCulture, $"from {value(first):0.###} to {value(last):0.###}");
    }

    private static FigureTable Table(History history) => new(
        ["Epoch", "Loss", "Accuracy", "Val loss", "Val accuracy"],
        history.Epochs.Select(e => (IReadOnlyList<object>)[e.Epoch, e.Loss, e.Accuracy, e.ValidationLoss, e.ValidationAccuracy]).ToArray());

    private static JsonObject Report(History history)
    {
        var report = HistoryJson.Curves(history);
        report["epoch"] = ReportJson.Array(history.Epochs.Select(e => (long)e.Epoch));
        return report;
    }
}
