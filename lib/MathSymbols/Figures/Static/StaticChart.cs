using SkiaSharp;

namespace MathSymbols.Figures.Static;

/// <summary>Draws a chart as an image: panels side by side, one legend below.</summary>
internal static class StaticChart
{
    private const int Width = 900;
    private const int Height = 340;
    private const int Left = 74;
    private const int Top = 34;
    private const int Bottom = 78;

    /// <summary>The chart as PNG, 900 × 340 points.</summary>
    public static byte[] Png(ChartSpec chart)
    {
        using var canvas = new StaticCanvas(Width, Height);
        var panelWidth = (float)Width / chart.Panels.Count;
        for (var i = 0; i < chart.Panels.Count; i++)
        {
            var area = new SKRect(i * panelWidth + Left, Top, (i + 1) * panelWidth - 16, Height - Bottom);
            var axes = new StaticAxes(chart.Panels[i], area);
            axes.Draw(canvas);
            canvas.Skia.Save();
            canvas.Skia.ClipRect(area);
            foreach (var series in chart.Panels[i].Series)
                Draw(canvas.Skia, axes, series);
            canvas.Skia.Restore();
        }

        Legend(canvas, chart.Panels[0].Series.OfType<LineSeries>());
        return canvas.ToPng();
    }

    private static void Draw(SKCanvas canvas, StaticAxes axes, ChartSeries series)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(series.Color), StrokeWidth = 2, IsAntialias = true };
        for (var i = 0; i < series.X.Length; i++)
        {
            if (!double.IsFinite(series.Y[i]))
                continue;
            if (series is BarSeries bars)
            {
                var low = axes.At(bars.X[i] - bars.Width / 2, bars.Base);
                var high = axes.At(bars.X[i] + bars.Width / 2, bars.Base + bars.Y[i]);
                canvas.DrawRect(SKRect.Create(low.X, high.Y, high.X - low.X, low.Y - high.Y), paint);
                continue;
            }

            var point = axes.At(series.X[i], series.Y[i]);
            canvas.DrawCircle(point, 3, paint);
            if (i > 0 && double.IsFinite(series.Y[i - 1]))
                canvas.DrawLine(axes.At(series.X[i - 1], series.Y[i - 1]), point, paint);
        }
    }

    private static void Legend(StaticCanvas canvas, IEnumerable<LineSeries> series)
    {
        var x = (float)Left;
        foreach (var line in series)
        {
            using var paint = new SKPaint { Color = SKColor.Parse(line.Color), StrokeWidth = 2, IsAntialias = true };
            canvas.Skia.DrawLine(x, Height - 16, x + 24, Height - 16, paint);
            canvas.Skia.DrawCircle(x + 12, Height - 16, 3, paint);
            canvas.Text(line.Name, x + 30, Height - 16, Align.Left, size: 12);
            x += 54 + StaticCanvas.Measure(line.Name, size: 12);
        }
    }
}
