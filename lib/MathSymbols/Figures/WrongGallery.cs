using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Evaluation;

namespace MathSymbols.Figures;

/// <summary>The images that were misclassified with the most confidence, each with truth → prediction and its probability.</summary>
public static class WrongGallery
{
    private const int Columns = 8;

    /// <summary>Shows the most wrong predictions, the most probable first; says so when none is wrong.</summary>
    /// <typeparam name="T">The prediction's type.</typeparam>
    /// <param name="predictions">At least one.</param>
    /// <param name="image">Gives a prediction's image.</param>
    /// <param name="classNames">The classes' names, in the order of the probabilities.</param>
    /// <param name="count">How many at most, at least 1.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no prediction.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Figure Create<T>(
        IReadOnlyCollection<T> predictions, Func<T, PixelImage> image, IReadOnlyList<string> classNames, int count = 16, string title = "Most wrong", string? note = null, string? name = null)
        where T : IPrediction
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(classNames);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (predictions.Count == 0) throw new ArgumentException("There is no prediction to show.", nameof(predictions));
        var wrong = MostWrong.Of(predictions);
        var rows = wrong.Take(count).Select(p => new Row(image(p), classNames[p.Truth], classNames[p.Predicted()], p.Probabilities[p.Predicted()])).ToList();
        var text = Describe(rows, wrong.Count, predictions.Count);
        GridCell[] cells = [.. rows.Select(r => new GridCell(r.Image, r.Label))];
        return GridFigure.Create(title, text, name, note, Table(rows), Report(rows, wrong.Count, predictions.Count), cells, Columns);
    }

    private static string Describe(List<Row> rows, int wrong, int all)
    {
        if (rows.Count == 0) return string.Create(CultureInfo.InvariantCulture, $"None of the {all:N0} images is misclassified.");
        var shown = string.Join(", ", rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Truth} as {r.Prediction} ({r.Probability:P0})")));
        return string.Create(CultureInfo.InvariantCulture, $"{rows.Count} of the {wrong:N0} images misclassified among {all:N0}, the most confident first: {shown}.");
    }

    private static FigureTable Table(List<Row> rows) => new(
        ["Observation", "Prediction", "Probability"],
        [.. rows.Select(r => (IReadOnlyList<object>)[r.Truth, r.Prediction, (double)r.Probability])]);

    private static JsonObject Report(List<Row> rows, int wrong, int all) => new()
    {
        ["images"] = all,
        ["wrong"] = wrong,
        ["shown"] = new JsonArray([.. rows.Select(r => new JsonObject { ["observation"] = r.Truth, ["prediction"] = r.Prediction, ["probability"] = r.Probability })]),
    };

    private sealed record Row(PixelImage Image, string Truth, string Prediction, float Probability)
    {
        // A line breaks after the comma only.
        public string Label => string.Create(CultureInfo.InvariantCulture, $"{Truth} {ImageGrid.Arrow} {Prediction}, {100 * Probability:0}\u00a0%");
    }
}
