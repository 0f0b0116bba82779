using System.Text.Json.Nodes;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>Validation loss and accuracy of the same weights with three kinds of BatchNorm statistics; see <see cref="BatchNormProbe"/>.</summary>
public static class BatchNormFigure
{
    private static readonly (string Name, string Loss, string Accuracy)[] Kinds =
    [
        ("Running statistics", BatchNormProbe.RunningLoss, BatchNormProbe.RunningAccuracy),
        ("Gathered anew over training images", BatchNormProbe.ReestimatedLoss, BatchNormProbe.ReestimatedAccuracy),
        ("Without the ragged last batch", BatchNormProbe.WithoutRaggedLoss, BatchNormProbe.WithoutRaggedAccuracy),
    ];

    /// <summary>Draws a probed history.</summary>
    /// <param name="history">At least one epoch, each with what the probe measured.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">The history is empty or was not probed.</exception>
    public static Figure Create(History history, string title, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Epochs.Count == 0 || history.Epochs.Any(e => !e.Extra.ContainsKey(BatchNormProbe.ReestimatedAccuracy)))
            throw new ArgumentException("The history holds no epoch, or one that was not probed: train with a BatchNormProbe among the callbacks.", nameof(history));
        var epochs = history.Epochs.Select(e => (double)e.Epoch).ToArray();
        var kinds = Kinds.Where(k => k.Accuracy == BatchNormProbe.RunningAccuracy || history.Epochs.All(e => e.Extra.ContainsKey(k.Accuracy))).ToList();
        var step = Math.Max(1, NiceTicks.Step(Math.Max(1, epochs[^1] - epochs[0]), 10));
        var chart = new ChartSpec(
            Panel("Validation loss", "Loss", k => Column(history, k.Loss, e => e.ValidationLoss)),
            Panel("Validation accuracy", "Accuracy", k => Column(history, k.Accuracy, e => e.ValidationAccuracy)));
        return ChartFigure.Create(chart, title, Describe(history), name, note, Table(history, kinds), Report(history, kinds));

        ChartPanel Panel(string panelTitle, string yTitle, Func<(string, string Loss, string Accuracy), double[]> values) => new(
            panelTitle, "Epoch", yTitle, [.. kinds.Select((k, i) => new LineSeries(k.Name, Palette.Lines[i], epochs, values(k)) { Dashed = i == 2 })])
        { XStep = step };
    }

    // Keras' own validation is the one with running statistics. Another loss that was not finite was not kept: it leaves a gap.
    private static double[] Column(History history, string name, Func<EpochResult, double> own)
    {
        var isOwn = name is BatchNormProbe.RunningLoss or BatchNormProbe.RunningAccuracy && !history.Epochs[0].Extra.ContainsKey(BatchNormProbe.RunningAccuracy);
        return [.. history.Epochs.Select(e => isOwn ? own(e) : e.Extra.GetValueOrDefault(name, double.NaN))];
    }

    private static string Describe(History history)
    {
        var start = $"Two line charts over {history.Epochs.Count} epochs: validation loss and accuracy of the same weights with different BatchNorm statistics.";
        return BatchNormEvidence.Of(history) is { } evidence ? $"{start} {evidence.Conclusion()}" : start;
    }

    private static FigureTable Table(History history, List<(string Name, string Loss, string Accuracy)> kinds) => new(
        ["Epoch", .. kinds.SelectMany(k => new[] { $"Loss: {k.Name}", $"Accuracy: {k.Name}" })],
        [.. history.Epochs.Select((e, i) => (IReadOnlyList<object>)[e.Epoch, .. kinds.SelectMany(k => new object[] { Column(history, k.Loss, x => x.ValidationLoss)[i], Column(history, k.Accuracy, x => x.ValidationAccuracy)[i] })])]);

    private static JsonObject Report(History history, List<(string Name, string Loss, string Accuracy)> kinds)
    {
        var report = new JsonObject();
        foreach (var (_, loss, accuracy) in kinds)
        {
            report[loss] = JsonNumbers.Array(Column(history, loss, e => e.ValidationLoss));
            report[accuracy] = JsonNumbers.Array(Column(history, accuracy, e => e.ValidationAccuracy));
        }

        if (BatchNormEvidence.Of(history) is not { } evidence) return report;
        report["mean_change"] = JsonNumbers.Number(evidence.Running);
        report["mean_change_reestimated"] = JsonNumbers.Number(evidence.Reestimated);
        report["mean_change_without_ragged"] = evidence.WithoutRagged is { } ragged ? JsonNumbers.Number(ragged) : null;
        report["conclusion"] = evidence.Conclusion();
        return report;
    }
}
