using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Figures.Static;
using MathSymbols.Storage;
using SkiaSharp;

namespace MathSymbols.Figures;

/// <summary>Samples in rows, with the label under each: the report's 4 × 8 grids.</summary>
public static class SampleGrid
{
    // The longer side of a thumbnail, in pixels.
    private const int Side = 96;
    private const int Gap = 8;
    private const int LabelHeight = 20;

    /// <summary>Shows images in the order given; on a narrow screen a row holds fewer.</summary>
    /// <param name="samples">Images and their labels, at least one.</param>
    /// <param name="title">What stands above the figure.</param>
    /// <param name="columns">Images a row, at least 1.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    /// <exception cref="ArgumentException">There is no sample.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no column.</exception>
    public static Figure Create(IReadOnlyList<(PixelImage Image, string Label)> samples, string title, int columns = 8, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (samples.Count == 0)
            throw new ArgumentException("A grid needs at least one sample.", nameof(samples));
        var labels = samples.Select(s => s.Label).ToArray();
        return new Figure(
            title, $"{(samples.Count == 1 ? "1 image" : $"{samples.Count} images")} in rows of {columns}, labelled {string.Join(", ", labels)}.", name, note,
            Table(labels), new JsonObject { ["columns"] = columns, ["labels"] = JsonNumbers.Array(labels) },
            _ => Content(samples, columns), _ => Png(samples, columns));
    }

    private static FigureTable Table(string[] labels) => new(
        ["Label", "Images"],
        labels.CountBy(l => l).OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => (IReadOnlyList<object>)[l.Key, l.Value]).ToArray());

    private static string Content(IReadOnlyList<(PixelImage Image, string Label)> samples, int columns)
    {
        var html = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<div class=\"ms-grid\" style=\"--ms-columns:{columns};--ms-half:{(columns + 1) / 2}\">"));
        foreach (var (image, label) in samples)
        {
            var text = FigureHtml.Encode(label);
            html.Append("<div><img alt=\"").Append(text).Append("\" src=\"").Append(FigureHtml.DataUri(Thumbnail.Png(image, Side)))
                .Append("\"><span aria-hidden=\"true\">").Append(text).Append("</span></div>");
        }

        return html.Append("</div>").ToString();
    }

    private static byte[] Png(IReadOnlyList<(PixelImage Image, string Label)> samples, int columns)
    {
        var rows = (samples.Count + columns - 1) / columns;
        using var canvas = new StaticCanvas(columns * (Side + Gap) + Gap, rows * (Side + LabelHeight + Gap) + Gap);
        using var frame = new SKPaint { Color = new SKColor(0x99, 0x99, 0x99), Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        for (var i = 0; i < samples.Count; i++)
        {
            var (x, y) = (Gap + i % columns * (Side + Gap), Gap + i / columns * (Side + LabelHeight + Gap));
            using var bitmap = Thumbnail.Bitmap(samples[i].Image, Side * StaticCanvas.Scale);
            using var picture = SKImage.FromBitmap(bitmap);
            var cell = SKRect.Create(x, y, Side, Side);
            var fitted = cell.AspectFit(new SKSize(bitmap.Width, bitmap.Height));
            canvas.Skia.DrawImage(picture, fitted, new SKSamplingOptions(SKFilterMode.Linear));
            canvas.Skia.DrawRect(fitted, frame);
            canvas.Text(samples[i].Label, cell.MidX, cell.Bottom + LabelHeight / 2f, size: 12);
        }

        return canvas.ToPng();
    }
}
