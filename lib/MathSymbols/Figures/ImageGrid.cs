using System.Globalization;
using System.Text;
using MathSymbols.Data;
using MathSymbols.Figures.Static;
using SkiaSharp;

namespace MathSymbols.Figures;

/// <summary>Draws small images in rows, with a label under each.</summary>
internal static class ImageGrid
{
    /// <summary>Stands between two parts of a label.</summary>
    public const char Arrow = '→';

    // The longer side of a thumbnail, in pixels.
    private const int Side = 96;
    private const int Gap = 8;
    private const int LabelHeight = 20;
    private const float ArrowWidth = 10;

    /// <summary>The grid as HTML; on a narrow screen a row holds fewer.</summary>
    public static string Content(IReadOnlyList<(PixelImage Image, string Label)> samples, int columns)
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

    /// <summary>The grid as PNG.</summary>
    public static byte[] Png(IReadOnlyList<(PixelImage Image, string Label)> samples, int columns)
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
            Label(canvas, samples[i].Label, cell.MidX, cell.Bottom + LabelHeight / 2f);
        }

        return canvas.ToPng();
    }

    // As large as fits; the font has no arrow.
    private static void Label(StaticCanvas canvas, string label, float middle, float y)
    {
        var parts = label.Split(Arrow);
        var full = parts.Sum(p => StaticCanvas.Measure(p, 12)) + ArrowWidth * (parts.Length - 1);
        var size = 12 * Math.Min(1, (Side + Gap) / full);
        var x = middle - full * size / 24;
        using var line = new SKPaint { Color = new SKColor(0x22, 0x22, 0x22), StrokeWidth = 1, IsAntialias = true };
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0)
            {
                var (start, tip) = (x, x + ArrowWidth * size / 12);
                canvas.Skia.DrawLine(start, y, tip, y, line);
                canvas.Skia.DrawLine(tip - 3, y - 3, tip, y, line);
                canvas.Skia.DrawLine(tip - 3, y + 3, tip, y, line);
                x = tip;
            }

            canvas.Text(parts[i], x, y, Align.Left, size);
            x += StaticCanvas.Measure(parts[i], size);
        }
    }
}
