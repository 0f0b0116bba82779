using SkiaSharp;

namespace MathSymbols.Figures.Static;

/// <summary>One panel's axes: where a value lies, and the frame, grid, ticks and titles around it.</summary>
internal sealed class StaticAxes
{
    private readonly ChartPanel _panel;
    private readonly (double Low, double High) _x;
    private readonly (double Low, double High) _y;

    /// <summary>Axes that fill a rectangle in points.</summary>
    public StaticAxes(ChartPanel panel, SKRect area)
    {
        _panel = panel;
        Area = area;
        _x = panel.XRange ?? FitX(panel.Series);
        _y = panel.YRange ?? FitY(panel.Series);
    }

    /// <summary>The rectangle between the axes.</summary>
    public SKRect Area { get; }

    /// <summary>Where a value lies, in points.</summary>
    public SKPoint At(double x, double y) => new(
        (float)(Area.Left + (x - _x.Low) / (_x.High - _x.Low) * Area.Width),
        (float)(Area.Bottom - (y - _y.Low) / (_y.High - _y.Low) * Area.Height));

    /// <summary>Draws all but the data.</summary>
    public void Draw(StaticCanvas canvas)
    {
        using var grid = new SKPaint { Color = new SKColor(0xdd, 0xdd, 0xdd), StrokeWidth = 1 };
        using var frame = new SKPaint { Color = new SKColor(0x88, 0x88, 0x88), StrokeWidth = 1, Style = SKPaintStyle.Stroke };
        var xStep = _panel.XStep > 0 ? _panel.XStep : NiceTicks.Step(_x.High - _x.Low, 7);
        var widest = 0f;
        foreach (var value in NiceTicks.Between(_x.Low, _x.High, xStep))
        {
            var x = At(value, _y.Low).X;
            canvas.Skia.DrawLine(x, Area.Top, x, Area.Bottom, grid);
            canvas.Text(NiceTicks.Text(value, xStep), x, Area.Bottom + 12);
        }

        var yStep = NiceTicks.Step(_y.High - _y.Low, 6);
        foreach (var value in NiceTicks.Between(_y.Low, _y.High, yStep))
        {
            var (y, text) = (At(_x.Low, value).Y, NiceTicks.Text(value, yStep));
            canvas.Skia.DrawLine(Area.Left, y, Area.Right, y, grid);
            canvas.Text(text, Area.Left - 6, y, Align.Right);
            widest = Math.Max(widest, StaticCanvas.Measure(text));
        }

        canvas.Skia.DrawRect(Area, frame);
        canvas.Text(_panel.Title, Area.MidX, Area.Top - 14, size: 14);
        canvas.Text(_panel.XTitle, Area.MidX, Area.Bottom + 30, size: 12);
        canvas.Text(_panel.YTitle, Area.Left - widest - 18, Area.MidY, size: 12, degrees: -90);
    }

    private static (double Low, double High) FitX(IEnumerable<ChartSeries> series)
    {
        var (low, high) = Bounds(series.SelectMany(s => s.X.SelectMany(x => s is BarSeries b ? (double[])[x - b.Width / 2, x + b.Width / 2] : [x])));
        return Padded(low, high, 0.04);
    }

    private static (double Low, double High) FitY(IReadOnlyList<ChartSeries> series)
    {
        var (low, high) = Bounds(series.SelectMany(s => s.Y.Select(y => s is BarSeries b ? y + b.Base : y)));
        return series.Any(s => s is BarSeries) ? (0, high > 0 ? high * 1.05 : 1) : Padded(low, high, 0.06);
    }

    private static (double Low, double High) Bounds(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        return (finite.Min(), finite.Max());
    }

    private static (double Low, double High) Padded(double low, double high, double share)
    {
        var margin = high > low ? (high - low) * share : Math.Max(0.5, Math.Abs(high) * 0.1);
        return (low - margin, high + margin);
    }
}
