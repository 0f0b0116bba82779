using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>The report's pairs of curves over the epochs, training and validation: loss and accuracy, loss and its zoom, accuracy and its zoom.</summary>
public static class TrainingCurves
{
    private static readonly string[] Columns = ["Epoch", "Loss", "Accuracy", "Val loss", "Val accuracy"];

    private static readonly Curve LossCurve = new("Model loss", "Loss (Categorical_crossentropy)", e => e.Loss, e => e.ValidationLoss);
    private static readonly Curve AccuracyCurve = new("Model accuracy", "Accuracy", e => e.Accuracy, e => e.ValidationAccuracy);

    /// <summary>Draws loss and accuracy; a single epoch shows as points.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="beside">Another run, drawn dashed in the same panels, and what its lines are called: "full run" gives "Train, full run" and "Val, full run".</param>
    /// <exception cref="ArgumentException">A history is empty.</exception>
    public static Figure Create(History history, string title, string? note = null, string? name = null, (string Label, History History)? beside = null) =>
        Create([LossCurve, AccuracyCurve], history, title, note, name, beside);

    /// <summary>Draws the loss twice: whole, and from −0.8 to 0.8, where it ends.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="beside">Another run, drawn dashed in the same panels, and what its lines are called.</param>
    /// <exception cref="ArgumentException">A history is empty.</exception>
    public static Figure Loss(History history, string title, string? note = null, string? name = null, (string Label, History History)? beside = null) =>
        Create([LossCurve, LossCurve.Zoomed(-0.8, 0.8)], history, title, note, name, beside);

    /// <summary>Draws the accuracy twice: whole, and from 0.8 to 1.2.</summary>
    /// <param name="history">At least one epoch.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <param name="beside">Another run, drawn dashed in the same panels, and what its lines are called.</param>
    /// <exception cref="ArgumentException">A history is empty.</exception>
    public static Figure Accuracy(History history, string title, string? note = null, string? name = null, (string Label, History History)? beside = null) =>
        Create([AccuracyCurve, AccuracyCurve.Zoomed(0.8, 1.2)], history, title, note, name, beside);

    private static Figure Create(Curve[] curves, History history, string title, string? note, string? name, (string Label, History History)? beside)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0)
            throw new ArgumentException("The history is empty: there is no epoch to draw.", nameof(history));
        if (beside is { History.Epochs.Count: 0 })
            throw new ArgumentException("The history to draw beside is empty: there is no epoch to draw.", nameof(beside));
        var last = Math.Max(history.Last.Epoch, beside?.History.Last.Epoch ?? 1);
        var step = Math.Max(1, NiceTicks.Step(Math.Max(1, last - history.Epochs[0].Epoch), 10));
        var chart = new ChartSpec([.. curves.Select(c => new ChartPanel(c.Title, "Epoch", c.YTitle, [.. Series(c)]) { XStep = step, YRange = c.Zoom })]);
        return ChartFigure.Create(chart, title, Describe(curves, history, beside), name, note, Table(history, beside), Report(history, beside));

        IEnumerable<ChartSeries> Series(Curve curve)
        {
            if (beside is { } other)
            {
                yield return Line($"Train, {other.Label}", Palette.Blue, other.History, curve.Train) with { Dashed = true };
                yield return Line($"Val, {other.Label}", Palette.Orange, other.History, curve.Validation) with { Dashed = true };
            }

            yield return Line("Train", Palette.Blue, history, curve.Train);
            yield return Line("Val", Palette.Orange, history, curve.Validation);
        }
    }

    private static LineSeries Line(string name, string color, History history, Func<EpochResult, double> value) =>
        new(name, color, [.. history.Epochs.Select(e => (double)e.Epoch)], [.. history.Epochs.Select(value)]);

    private static string Describe(Curve[] curves, History history, (string Label, History History)? beside)
    {
        var text = $"Two line charts over {Epochs(history)}. {Curves(curves, history)}";
        return beside is { } other ? $"{text} Dashed beside it, {other.Label} over {Epochs(other.History)}. {Curves(curves, other.History)}" : text;
    }

    private static string Epochs(History history) => history.Epochs.Count == 1 ? "1 epoch" : string.Create(CultureInfo.InvariantCulture, $"{history.Epochs.Count} epochs");

    private static string Curves(Curve[] curves, History history)
    {
        var (first, last, best) = (history.Epochs[0], history.Last, history.Best);
        return string.Join(' ', curves.Select(c => c.Zoom is { } zoom ? Zoom(c, zoom) : Whole(c)));

        string Whole(Curve curve) => $"{curve.Name}: training {Path(curve.Train)}, validation {Path(curve.Validation)}{(curve == AccuracyCurve ? Highest() : "")}.";

        string Highest() => string.Create(CultureInfo.InvariantCulture, $"; validation is highest in epoch {best.Epoch}, {best.ValidationAccuracy:0.###}");

        string Path(Func<EpochResult, double> value) => first == last
            ? string.Create(CultureInfo.InvariantCulture, $"{value(first):0.###}")
            : string.Create(CultureInfo.InvariantCulture, $"from {value(first):0.###} to {value(last):0.###}");

        string Zoom(Curve curve, (double Low, double High) zoom)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The zoom, {zoom.Low} to {zoom.High}, holds {Inside(curve.Train)} of the training and {Inside(curve.Validation)} of the validation values.");

            int Inside(Func<EpochResult, double> value) => history.Epochs.Count(e => value(e) >= zoom.Low && value(e) <= zoom.High);
        }
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

    // What a panel shows, and between which values.
    private sealed record Curve(string Title, string YTitle, Func<EpochResult, double> Train, Func<EpochResult, double> Validation)
    {
        public (double Low, double High)? Zoom { get; init; }

        public string Name => YTitle.Split(' ')[0];

        public Curve Zoomed(double low, double high) => this with { Title = $"{Title}: Zoom", Zoom = (low, high) };
    }
}
