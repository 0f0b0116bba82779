using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>The log of a training run, one row an epoch, as Keras prints it. Shown anew as training goes on, it follows a run live.</summary>
[TypeFormatterSource(typeof(HtmlFormatters<EpochTable>), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class EpochTable : IHtmlValue
{
    private static readonly string[] Columns = ["Epoch", "loss", "accuracy", "val_loss", "val_accuracy", "Learning rate", "Seconds", "Images/s"];

    private readonly TrainingProgress _progress;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows a training run.</summary>
    /// <param name="progress">How far it is; see <see cref="TrainingProgress.Planned"/> for one that has not begun.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public EpochTable(TrainingProgress progress, string? note = null, string name = "training-log")
    {
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_progress, _note, _name) = (progress, note, name);
    }

    /// <summary>The table as an HTML fragment.</summary>
    public string Html => TableHtml.Page(ProgressText.Title(_progress), _note, _name, new(Columns, [.. Rows()]), Report(), ProgressText.Running(_progress));

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return ProgressText.Title(_progress);
        foreach (var row in Rows()) yield return string.Join("  ", Columns.Zip(row, (column, cell) => $"{column} {cell}"));
        if (ProgressText.Running(_progress) is { } running) yield return running;
    }

    private IEnumerable<string[]> Rows() => _progress.History.Epochs.Select(e => (string[])
    [
        Text(e.Epoch, "0"), Text(e.Loss, "0.0000"), Text(e.Accuracy, "0.0000"), Text(e.ValidationLoss, "0.0000"), Text(e.ValidationAccuracy, "0.0000"),
        Text(e.LearningRate, "R"), Text(e.Seconds, "0.0"), Text(e.ImagesPerSecond, "0"),
    ]);

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private JsonObject Report()
    {
        var history = _progress.History;
        var report = HistoryJson.Curves(history);
        report["epochs"] = history.Epochs.Count;
        report["seconds"] = HistoryJson.Column(history, e => e.Seconds);
        report["images_per_second"] = HistoryJson.Column(history, e => e.ImagesPerSecond);
        report["learning_rate"] = HistoryJson.Column(history, e => e.LearningRate);
        return report;
    }
}
