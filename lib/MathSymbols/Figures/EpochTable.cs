using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Figures.Formatting;
using MathSymbols.Training;

namespace MathSymbols.Figures;

/// <summary>The log of a training run, one row an epoch, as Keras prints it. Shown anew after each epoch, it follows a run live.</summary>
[TypeFormatterSource(typeof(EpochTableFormatters), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class EpochTable
{
    private static readonly string[] Columns = ["Epoch", "loss", "accuracy", "val_loss", "val_accuracy", "Seconds", "Images/s"];

    private readonly History _history;
    private readonly int _planned;
    private readonly string? _note;
    private readonly string _name;

    /// <summary>Shows a history.</summary>
    /// <param name="history">The epochs run so far; may be empty.</param>
    /// <param name="planned">Epochs planned at most.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json.</param>
    public EpochTable(History history, int planned, string? note = null, string name = "training-log")
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (_history, _planned, _note, _name) = (history, planned, note, name);
    }

    /// <summary>The table as an HTML fragment.</summary>
    public string Html
    {
        get
        {
            var html = new StringBuilder(FigureHtml.Style)
                .Append("<figure class=\"ms-figure\" role=\"group\" aria-label=\"Training log\">")
                .Append(FigureHtml.Caption(Title, _note))
                .Append("<div class=\"ms-scroll\"><table><thead><tr>");
            foreach (var column in Columns) html.Append("<th scope=\"col\">").Append(column).Append("</th>");
            html.Append("</tr></thead><tbody>");
            foreach (var epoch in _history.Epochs)
            {
                html.Append("<tr>");
                foreach (var cell in Cells(epoch)) html.Append("<td>").Append(cell).Append("</td>");
                html.Append("</tr>");
            }

            return html.Append("</tbody></table></div>").Append(FigureHtml.Report(_name, Report())).Append("</figure>").ToString();
        }
    }

    private string Title => $"Training: {_history.Epochs.Count} of {_planned} epochs";

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', _history.Epochs.Select(e => string.Join("  ", Columns.Zip(Cells(e), (column, cell) => $"{column} {cell}"))).Prepend(Title));

    private static string[] Cells(EpochResult e) =>
    [
        Text(e.Epoch, "0"), Text(e.Loss, "0.0000"), Text(e.Accuracy, "0.0000"), Text(e.ValidationLoss, "0.0000"), Text(e.ValidationAccuracy, "0.0000"),
        Text(e.Seconds, "0.0"), Text(e.ImagesPerSecond, "0"),
    ];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private JsonObject Report()
    {
        var report = HistoryJson.Curves(_history);
        report["epochs"] = _history.Epochs.Count;
        report["seconds"] = HistoryJson.Column(_history, e => e.Seconds);
        report["images_per_second"] = HistoryJson.Column(_history, e => e.ImagesPerSecond);
        report["learning_rate"] = HistoryJson.Column(_history, e => e.LearningRate);
        return report;
    }
}
