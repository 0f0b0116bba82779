using System.Globalization;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Storage;

namespace MathSymbols.Figures;

/// <summary>The report's pair of histograms of one image's pixel values: "Original" in 10 bins, "Zoom in" in 256 bins up to a count of 100.</summary>
/// <remarks>
/// A scan is nearly all paper: the full counts show two bars at most. The zoom has one bin a value and cuts the counts at 100, so that the few pixels between ink and paper are seen.
/// Its bars stand on 1, not on 0, as the report has them: a count of n reaches n + 1, and the axis stays linear. The table gives the counts themselves.
/// </remarks>
public static class PixelHistogram
{
    /// <summary>Counts all values of the three channels, 3·H·W in all.</summary>
    /// <param name="image">The image, values 0 to 255.</param>
    /// <param name="label">Its class.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    public static Figure Create(PixelImage image, string label, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(label);
        var values = Bins.Values(image);
        var full = Bins.Of(values, 10);
        var zoomed = Bins.Of(values, 256);
        var chart = new ChartSpec(
            new ChartPanel("Sample Image - Original", "Pixel Values", "Counts", Series(full, bottom: 0)),
            new ChartPanel("Sample Image - Zoom in", "Pixel Values", "Counts", Series(zoomed, bottom: 1)) { YRange = (0, 100) });
        return ChartFigure.Create(chart, $"Pixel values of the sample image: {label}", Describe(image, label, values), name, note, Table(full), Report(full, values));
    }

    private static BarSeries Series(Bins bins, double bottom) =>
        new("Counts", Palette.Blue, bins.Centers, bins.Counts.Select(c => (double)c).ToArray(), bins.Width, bottom);

    private static string Describe(PixelImage image, string label, long[] values)
    {
        var total = (double)values.Sum();
        var most = Array.IndexOf(values, values.Max());
        return string.Create(CultureInfo.InvariantCulture, $"Two histograms of the {total:N0} pixel values of a {image.Width} × {image.Height} image of class {label}: full counts in 10 bins, and 256 bins cut at a count of 100. The most frequent value is {most}, {values[most] / total:P1} of all; {values.AsSpan(..64).ToArray().Sum() / total:P1} lie below 64.");
    }

    private static FigureTable Table(Bins full) => new(
        ["From", "To", "Count"],
        full.Counts.Select((count, i) => (IReadOnlyList<object>)[full.Edges[i], full.Edges[i + 1], count]).ToArray());

    // Only values that occur: most of the 256 do not.
    private static JsonObject Report(Bins full, long[] values) => new()
    {
        ["total"] = values.Sum(),
        ["bin_edges"] = JsonNumbers.Array(full.Edges),
        ["bin_counts"] = JsonNumbers.Array(full.Counts),
        ["value_counts"] = new JsonObject(values.Index().Where(v => v.Item > 0).Select(v => KeyValuePair.Create(v.Index.ToString(CultureInfo.InvariantCulture), (JsonNode?)JsonValue.Create(v.Item)))),
    };
}
