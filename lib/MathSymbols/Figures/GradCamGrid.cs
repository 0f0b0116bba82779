using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>Where a classifier looked: each image, and beside it the same with the places that speak for its prediction in orange.</summary>
public static class GradCamGrid
{
    private const int Columns = 8;

    // Multiplied with the image, so that ink stays dark.
    private static readonly double[] Glow = [1, 0.5, 0.05];

    /// <summary>Shows images in the order given.</summary>
    /// <param name="images">Each image, its class, and where the classifier looked; see <see cref="SymbolClassifier.GradCam"/>. At least one.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no image.</exception>
    public static Figure Create(IReadOnlyList<(PixelImage Image, string Truth, GradCamMap Map)> images, string title, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(images);
        if (images.Count == 0) throw new ArgumentException("There is no image to show.", nameof(images));
        GridCell[] cells = [.. images.SelectMany(i => Cells(i.Image, i.Truth, i.Map))];
        var listed = string.Join(", ", images.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Truth} taken for {i.Map.Prediction.Label} ({i.Map.Prediction.Confidence:P0})")));
        return GridFigure.Create(
            title, $"{images.Count} images, each with the places that speak for what it is taken for: {listed}.", name, note, Table(images), Report(images), cells, Columns);
    }

    private static IEnumerable<GridCell> Cells(PixelImage image, string truth, GradCamMap map)
    {
        var prediction = map.Prediction;
        var tone = prediction.Label == truth ? GridTone.Right : GridTone.Wrong;
        var said = string.Create(CultureInfo.InvariantCulture, $"{prediction.Label}, {100 * prediction.Confidence:0}\u00a0%");
        return [new(image, truth), new(Shine(image, map), said, tone == GridTone.Right ? "right" : "wrong", tone)];
    }

    private static PixelImage Shine(PixelImage image, GradCamMap map)
    {
        var (width, height) = (image.Width, image.Height);
        var source = image.Planes.Span;
        var planes = new byte[source.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var strength = map.At((x + 0.5) / width, (y + 0.5) / height);
                for (var channel = 0; channel < PixelImage.Channels; channel++)
                {
                    var place = (channel * height + y) * width + x;
                    planes[place] = (byte)Math.Round(source[place] * (1 + (Glow[channel] - 1) * strength));
                }
            }
        }

        return new(width, height, planes);
    }

    private static FigureTable Table(IReadOnlyList<(PixelImage Image, string Truth, GradCamMap Map)> images) => new(
        ["Observation", "Prediction", "Probability", "Strongest place, across", "Strongest place, down"],
        [.. images.Select(i => (IReadOnlyList<object>)[i.Truth, i.Map.Prediction.Label, i.Map.Prediction.Confidence, .. Strongest(i.Map)])]);

    private static object[] Strongest(GradCamMap map)
    {
        var place = map.Values.Index().MaxBy(v => v.Item).Index;
        return [(place % map.Width + 0.5) / map.Width, (place / map.Width + 0.5) / map.Height];
    }

    private static JsonObject Report(IReadOnlyList<(PixelImage Image, string Truth, GradCamMap Map)> images) => new()
    {
        ["images"] = new JsonArray([.. images.Select(i => new JsonObject
        {
            ["observation"] = i.Truth, ["prediction"] = i.Map.Prediction.Label, ["probability"] = JsonNumbers.Number(i.Map.Prediction.Confidence),
        })]),
    };
}
