using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MathSymbols.Data;
using MathSymbols.Figures.Static;
using SkiaSharp;

namespace MathSymbols.Figures;

/// <summary>One image under the report's grid: a line every 5 pixels, a stronger one every 20, origin top left, and a bar that shows the values 0 to 255.</summary>
/// <remarks>The report's bar runs through matplotlib's viridis, which its RGB image does not use. This one is grey: what 0 to 255 look like where the three channels are equal.</remarks>
public static class PixelView
{
    private const int Major = 20;
    private const int Minor = 5;
    private const float MajorAlpha = 0.5f;
    private const float MinorAlpha = 0.3f;

    // In the drawing's own units: margins around the image, the bar to its right.
    private const int Picture = 360;
    private const int Left = 34;
    private const int Top = 14;
    private const int Bar = 16;

    private static readonly int[] BarTicks = [0, 32, 64, 96, 128, 160, 192, 224, 255];

    /// <summary>Shows the image enlarged without smoothing.</summary>
    /// <param name="image">The image, values 0 to 255.</param>
    /// <param name="label">Its class, the figure's title.</param>
    /// <param name="note">Which profile, dataset and device made it, in one line.</param>
    /// <param name="name">The name in report.json; a slug of the title if null.</param>
    public static Figure Create(PixelImage image, string label, string? note = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(label);
        var bytes = image.Planes.ToArray();
        var (min, max, mean) = (bytes.Min(), bytes.Max(), bytes.Average(b => (double)b));
        return new Figure(
            $"Sample image: {label}",
            string.Create(CultureInfo.InvariantCulture, $"An image of class {label}, {image.Width} × {image.Height} pixels, under a grid with a line every {Minor} and a stronger one every {Major} pixels; a grey bar shows the values 0 to 255. Its values run from {min} to {max}, mean {mean:0.#}."),
            name, note,
            new FigureTable(["Width", "Height", "Lowest value", "Highest value", "Mean value"], [[image.Width, image.Height, (int)min, (int)max, mean]]),
            new JsonObject { ["label"] = label, ["width"] = image.Width, ["height"] = image.Height, ["min"] = min, ["max"] = max, ["mean"] = mean },
            figure => Svg(image, figure.AltText), _ => Png(image));
    }

    private static double UnitsPerPixel(PixelImage image) => (double)Picture / Math.Max(image.Width, image.Height);

    private static string Svg(PixelImage image, string altText)
    {
        var scale = UnitsPerPixel(image);
        double width = image.Width * scale, height = image.Height * scale;
        var barLeft = Left + width + 20;
        var id = FigureHtml.NewId();
        var svg = new StringBuilder();
        Add($"<svg class=\"ms-view\" role=\"img\" aria-label=\"{FigureHtml.Encode(altText)}\" viewBox=\"0 0 {barLeft + Bar + 44:0.##} {Top + height + 40:0.##}\" font-size=\"11\" text-anchor=\"middle\">");
        Add($"<image x=\"{Left}\" y=\"{Top}\" width=\"{width:0.##}\" height=\"{height:0.##}\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"{FigureHtml.DataUri(image.ToPng())}\"/>");
        Add($"<g fill=\"none\" stroke=\"#000\" stroke-width=\"0.5\"><path stroke-opacity=\"{MinorAlpha}\" d=\"{Lines(image, Minor)}\"/><path stroke-opacity=\"{MajorAlpha}\" d=\"{Lines(image, Major)}\"/></g>");
        Add($"<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.7\"><rect x=\"{Left}\" y=\"{Top}\" width=\"{width:0.##}\" height=\"{height:0.##}\"/><rect x=\"{barLeft:0.##}\" y=\"{Top}\" width=\"{Bar}\" height=\"{height:0.##}\"/></g>");
        Add($"<defs><linearGradient id=\"{id}\" x2=\"0\" y1=\"1\" y2=\"0\"><stop stop-color=\"#000\"/><stop offset=\"1\" stop-color=\"#fff\"/></linearGradient></defs>");
        Add($"<rect x=\"{barLeft:0.##}\" y=\"{Top}\" width=\"{Bar}\" height=\"{height:0.##}\" fill=\"url(#{id})\"/>");
        for (var v = 0; v <= image.Width; v += Major)
            Add($"<text x=\"{Left + v * scale:0.##}\" y=\"{Top + height + 15:0.##}\">{v}</text>");
        for (var v = 0; v <= image.Height; v += Major)
            Add($"<text x=\"{Left - 6}\" y=\"{Top + v * scale + 4:0.##}\" text-anchor=\"end\">{v}</text>");
        foreach (var v in BarTicks)
            Add($"<text x=\"{barLeft + Bar + 6:0.##}\" y=\"{Top + height * (1 - v / 255.0) + 4:0.##}\" text-anchor=\"start\">{v}</text>");
        Add($"<text x=\"{barLeft + Bar:0.##}\" y=\"{Top + height + 32:0.##}\" text-anchor=\"middle\">grey value</text>");
        return svg.Append("</svg>").ToString();

        void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
    }

    private static string Lines(PixelImage image, int every)
    {
        var scale = UnitsPerPixel(image);
        var path = new StringBuilder();
        for (var v = 0; v <= image.Width; v += every)
            path.Append(CultureInfo.InvariantCulture, $"M{Left + v * scale:0.##} {Top}v{image.Height * scale:0.##}");
        for (var v = 0; v <= image.Height; v += every)
            path.Append(CultureInfo.InvariantCulture, $"M{Left} {Top + v * scale:0.##}h{image.Width * scale:0.##}");
        return path.ToString();
    }

    private static byte[] Png(PixelImage image)
    {
        var scale = (float)UnitsPerPixel(image);
        var area = SKRect.Create(Left, Top, image.Width * scale, image.Height * scale);
        var bar = SKRect.Create(area.Right + 20, Top, Bar, area.Height);
        using var canvas = new StaticCanvas((int)Math.Ceiling(bar.Right) + 44, (int)Math.Ceiling(area.Bottom) + 40);
        using var bitmap = Thumbnail.Bitmap(image);
        using var picture = SKImage.FromBitmap(bitmap);
        canvas.Skia.DrawImage(picture, area, new SKSamplingOptions(SKFilterMode.Nearest));
        foreach (var (every, alpha) in ((int, float)[])[(Minor, MinorAlpha), (Major, MajorAlpha)])
        {
            using var line = new SKPaint { Color = SKColors.Black.WithAlpha((byte)(255 * alpha)), StrokeWidth = 0.5f, IsAntialias = true };
            for (var v = 0; v <= image.Width; v += every)
                canvas.Skia.DrawLine(area.Left + v * scale, area.Top, area.Left + v * scale, area.Bottom, line);
            for (var v = 0; v <= image.Height; v += every)
                canvas.Skia.DrawLine(area.Left, area.Top + v * scale, area.Right, area.Top + v * scale, line);
        }

        using var ramp = SKShader.CreateLinearGradient(new SKPoint(0, bar.Bottom), new SKPoint(0, bar.Top), [SKColors.Black, SKColors.White], SKShaderTileMode.Clamp);
        using var fill = new SKPaint { Shader = ramp };
        using var frame = new SKPaint { Color = new SKColor(0x66, 0x66, 0x66), Style = SKPaintStyle.Stroke, StrokeWidth = 1 };
        canvas.Skia.DrawRect(bar, fill);
        canvas.Skia.DrawRect(bar, frame);
        canvas.Skia.DrawRect(area, frame);
        for (var v = 0; v <= image.Width; v += Major)
            canvas.Text($"{v}", area.Left + v * scale, area.Bottom + 11);
        for (var v = 0; v <= image.Height; v += Major)
            canvas.Text($"{v}", area.Left - 6, area.Top + v * scale, Align.Right);
        foreach (var v in BarTicks)
            canvas.Text($"{v}", bar.Right + 6, bar.Bottom - bar.Height * v / 255, Align.Left);
        canvas.Text("grey value", bar.Right, area.Bottom + 28);
        return canvas.ToPng();
    }
}
