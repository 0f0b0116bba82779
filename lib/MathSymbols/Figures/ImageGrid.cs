using System.Globalization;
using System.Text;
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
    public static string Content(IReadOnlyList<GridCell> cells, int columns)
    {
        var html = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<div class=\"ms-grid\" style=\"--ms-columns:{columns};--ms-half:{(columns + 1) / 2}\">"));
        foreach (var cell in cells)
        {
            var (label, below) = (FigureHtml.Encode(cell.Label), FigureHtml.Encode(cell.Below ?? ""));
            html.Append("<div").Append(cell.Tone == GridTone.Plain ? "" : $" class=\"ms-{cell.Tone.ToString().ToLowerInvariant()}\"")
                .Append("><img alt=\"").Append(cell.Below is null ? label : $"{label}, {below}").Append("\" src=\"").Append(FigureHtml.DataUri(Thumbnail.Png(cell.Image, Side)))
                .Append("\"><span aria-hidden=\"true\">").Append(label).Append("</span>").Append(cell.Below is null ? "" : $"<span aria-hidden=\"true\" class=\"ms-below\">{below}</span>").Append("</div>");
        }

        return html.Append("</div>").ToString();
    }

    /// <summary>The grid as PNG.</summary>
    public static byte[] Png(IReadOnlyList<GridCell> cells, int columns) => Png([.. cells.Chunk(columns)], columns);

    /// <summary>Rows of different lengths as PNG.</summary>
    public static byte[] Png(IReadOnlyList<IReadOnlyList<GridCell>> rows) => Png(rows, rows.Max(r => r.Count));

    private static byte[] Png(IReadOnlyList<IReadOnlyList<GridCell>> rows, int columns)
    {
        var labels = rows.Any(r => r.Any(c => c.Below is not null)) ? 2 * LabelHeight : LabelHeight;
        using var canvas = new StaticCanvas(columns * (Side + Gap) + Gap, rows.Count * (Side + labels + Gap) + Gap);
        foreach (var (y, row) in rows.Index())
        {
            foreach (var (x, cell) in row.Index()) Draw(canvas, cell, SKRect.Create(Gap + x * (Side + Gap), Gap + y * (Side + labels + Gap), Side, Side));
        }

        return canvas.ToPng();
    }

    private static void Draw(StaticCanvas canvas, GridCell cell, SKRect place)
    {
        var colour = cell.Tone switch { GridTone.Right => SKColor.Parse(Palette.Right), GridTone.Wrong => SKColor.Parse(Palette.Wrong), _ => new SKColor(0x99, 0x99, 0x99) };
        using var frame = new SKPaint { Color = colour, Style = SKPaintStyle.Stroke, StrokeWidth = cell.Tone == GridTone.Plain ? 1 : 2 };
        using var bitmap = Thumbnail.Bitmap(cell.Image, Side * StaticCanvas.Scale);
        using var picture = SKImage.FromBitmap(bitmap);
        var fitted = place.AspectFit(new SKSize(bitmap.Width, bitmap.Height));
        canvas.Skia.DrawImage(picture, fitted, new SKSamplingOptions(SKFilterMode.Linear));
        canvas.Skia.DrawRect(fitted, frame);
        Label(canvas, cell.Label, place.MidX, place.Bottom + LabelHeight / 2f);
        if (cell.Below is not null) Label(canvas, cell.Below, place.MidX, place.Bottom + 1.5f * LabelHeight);
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
