using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>
/// Own images as a classifier sees them, each twice: squashed whole, as the report does it, and beside it the ink alone. Under each stands what it is taken for and how surely; where the truth is known the frame is green or red and a word says which.
/// </summary>
public static class PredictionStrip
{
    private const int Columns = 8;

    /// <summary>Shows what a classifier says of own images.</summary>
    /// <param name="classifier">The classifier, for the framing.</param>
    /// <param name="images">The images.</param>
    /// <param name="result">What the classifier says of them.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">The result is of other images.</exception>
    public static Figure Create(SymbolClassifier classifier, OwnImages images, HandwritingResult result, string title = "Own handwriting", string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(result);
        if (result.Fingerprint != images.Fingerprint) throw new ArgumentException("The result is of other images.", nameof(result));
        GridCell[] cells = [.. result.Rows.Zip(images.Images).SelectMany(p => Cells(p.First, p.Second.Decode(), classifier))];
        return GridFigure.Create(
            title, $"{result.Rows.Count} images ({images.Name}), each squashed whole and, right of it, as ink alone, with what it is taken for. {result}", name, note,
            Table(result), Report(result), cells, Columns);
    }

    private static IEnumerable<GridCell> Cells(HandwritingRow row, PixelImage image, SymbolClassifier classifier) => [Cell(row, Framing.Squash, image, classifier), Cell(row, Framing.Ink, image, classifier)];

    private static GridCell Cell(HandwritingRow row, Framing framing, PixelImage image, SymbolClassifier classifier)
    {
        var prediction = row.Prediction(framing);
        var label = string.Create(CultureInfo.InvariantCulture, $"{prediction.Label}, {100 * prediction.Probability:0}\u00a0%");
        var (verdict, tone) = row.IsRight(prediction) switch
        {
            true => ("right", GridTone.Right),
            false => ($"wrong: {row.Truth}", GridTone.Wrong),
            null => (null, GridTone.Plain),
        };
        var below = string.Join(", ", new[] { verdict, prediction.Probability < classifier.Description.Calibration.Threshold ? "unsure" : null }.OfType<string>());
        return new(classifier.Frame(image, framing), label, below.Length > 0 ? below : null, tone);
    }

    private static FigureTable Table(HandwritingResult result) => new(
        ["File", "Truth", "Squashed", "Confidence", "Ink alone", "Its confidence"],
        [.. result.Rows.Select(r => (IReadOnlyList<object>)[r.File, r.Truth ?? "unknown", r.Squash.Label, r.Squash.Probability, r.Ink.Label, r.Ink.Probability])]);

    private static JsonObject Report(HandwritingResult result) => new()
    {
        ["classifier"] = result.Classifier.Run,
        ["images"] = result.Rows.Count,
        ["known"] = result.Known,
        ["right_squash"] = result.Right(Framing.Squash),
        ["right_ink"] = result.Right(Framing.Ink),
        ["right_exchanged"] = result.RightExchanged,
        ["rows"] = new JsonArray([.. result.Rows.Select(r => new JsonObject
        {
            ["file"] = r.File, ["truth"] = r.Truth,
            ["squash"] = r.Squash.Label, ["squash_probability"] = JsonNumbers.Number(r.Squash.Probability),
            ["ink"] = r.Ink.Label, ["ink_probability"] = JsonNumbers.Number(r.Ink.Probability),
        })]),
    };
}
