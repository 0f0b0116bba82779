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
    private const int LegendRow = 20;

    /// <summary>The chart as PNG, 900 × 340 points; each further row of the legend adds 20.</summary>
    public static byte[] Png(ChartSpec chart)
    {
        var legend = LegendRows(chart.Panels[0].Series.OfType<LineSeries>());
        using var canvas = new StaticCanvas(Width, Height + LegendRow * Math.Max(0, legend.Count - 1));
        var panelWidth = (float)Width / chart.Panels.Count;
        for (var i = 0; i < chart.Panels.Count; i++)
        {
            var area = new SKRect(i * panelWidth + Left, Top, (i + 1) * panelWidth - 16, Height - Bottom);
            var axes = new StaticAxes(chart.Panels[i], area);
            axes.Draw(canvas);
            canvas.Skia.Save();
            canvas.Skia.ClipRect(area);
            foreach (var series in chart.Panels[i].Series.OrderBy(s => s is LineSeries)) // Bars stand behind the lines.
                Draw(canvas.Skia, axes, series);
            canvas.Skia.Restore();
        }

        for (var row = 0; row < legend.Count; row++) Legend(canvas, legend[row], Height - 16 + LegendRow * row);
        return canvas.ToPng();
    }

    private static void Draw(SKCanvas canvas, StaticAxes axes, ChartSeries series)
    {
        if (series is LineSeries { Dashed: true, X.Length: > 1 } dashed)
        {
            DrawDashed(canvas, axes, dashed);
            return;
        }

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
            if (series is LineSeries { HasMarkers: true }) canvas.DrawCircle(point, 3, paint);
            if (i > 0 && double.IsFinite(series.Y[i - 1]))
                canvas.DrawLine(axes.At(series.X[i - 1], series.Y[i - 1]), point, paint);
        }
    }

    // One path a stretch: dashes run on from point to point, however near the points lie.
    private static void DrawDashed(SKCanvas canvas, StaticAxes axes, LineSeries line)
    {
        using var dashes = SKPathEffect.CreateDash([6, 4], 0);
        using var paint = new SKPaint { Color = SKColor.Parse(line.Color), StrokeWidth = 2, IsAntialias = true, Style = SKPaintStyle.Stroke, PathEffect = dashes };
        for (var start = 0; start < line.X.Length; start++)
        {
            var end = start;
            while (end < line.X.Length && double.IsFinite(line.Y[end])) end++;
            if (end - start > 1)
            {
                using var path = new SKPathBuilder();
                path.AddPoly([.. Enumerable.Range(start, end - start).Select(i => axes.At(line.X[i], line.Y[i]))], close: false);
                using var drawn = path.Detach();
                canvas.DrawPath(drawn, paint);
            }

            start = end;
        }
    }

    private static List<List<LineSeries>> LegendRows(IEnumerable<LineSeries> series)
    {
        var (rows, x) = (new List<List<LineSeries>>(), float.MaxValue);
        foreach (var line in series)
        {
            var width = EntryWidth(line);
            if (x + width > Width)
            {
                rows.Add([]);
                x = Left;
            }

            rows[^1].Add(line);
            x += width;
        }

        return rows;
    }

    private static float EntryWidth(LineSeries line) => 54 + StaticCanvas.Measure(line.Name, size: 12);

    private static void Legend(StaticCanvas canvas, IEnumerable<LineSeries> series, float y)
    {
        var x = (float)Left;
        foreach (var line in series)
        {
            using var dashes = line.Dashed ? SKPathEffect.CreateDash([6, 4], 0) : null;
            using var paint = new SKPaint { Color = SKColor.Parse(line.Color), StrokeWidth = 2, IsAntialias = true, PathEffect = dashes };
            canvas.Skia.DrawLine(x, y, x + 24, y, paint);
            if (line.HasMarkers) canvas.Skia.DrawCircle(x + 12, y, 3, paint);
            canvas.Text(line.Name, x + 30, y, Align.Left, size: 12);
            x += EntryWidth(line);
        }
    }
}
