using SkiaSharp;

namespace MathSymbols.Figures.Static;

/// <summary>Draws a heatmap as an image: square cells with their texts, names to the left and below, the colours' bar to the right.</summary>
internal static class StaticHeatmap
{
    private const int Side = 560;
    private const int Top = 14;
    private const int Bar = 16;
    private const int Steps = 128;

    /// <summary>The heatmap as PNG: 560 × 560 points of cells, and room for the names.</summary>
    public static byte[] Png(HeatmapSpec spec)
    {
        var cell = (float)Side / spec.Names.Length;
        var widest = spec.Names.Max(n => StaticCanvas.Measure(n));
        var turned = widest > cell;
        var left = (int)widest + 42;
        var height = Top + Side + (turned ? (int)widest : 12) + 44;
        using var canvas = new StaticCanvas(left + Side + 90, height);
        var size = Math.Min(12, spec.Texts.SelectMany(t => t).Max(t => t.Length) switch { <= 2 => cell * 0.5f, var length => cell * 1.4f / length });
        for (var i = 0; i < spec.Names.Length; i++)
        {
            var middle = (i + 0.5f) * cell;
            canvas.Text(spec.Names[i], left - 6, Top + middle, Align.Right);
            canvas.Text(spec.Names[i], left + middle, Top + Side + (turned ? 8 : 12), turned ? Align.Right : Align.Center, degrees: turned ? -90 : 0);
            for (var j = 0; j < spec.Names.Length; j++)
            {
                var square = SKRect.Create(left + j * cell, Top + i * cell, cell, cell);
                Fill(canvas, SKRect.Inflate(square, -0.5f, -0.5f), spec.Color(i, j));
                canvas.Text(spec.Texts[i][j], square.MidX, square.MidY, size: size, color: spec.TextColor(i, j));
            }
        }

        canvas.Text(spec.XTitle, left + Side / 2f, height - 14, size: 12);
        canvas.Text(spec.YTitle, 16, Top + Side / 2f, size: 12, degrees: -90);
        DrawBar(canvas, left + Side + 24, spec.Top);
        return canvas.ToPng();
    }

    private static void DrawBar(StaticCanvas canvas, float x, double top)
    {
        for (var i = 0; i < Steps; i++) Fill(canvas, SKRect.Create(x, Top + Side * (Steps - 1f - i) / Steps, Bar, (float)Side / Steps + 0.5f), ColorScale.At((i + 0.5) / Steps));
        var step = NiceTicks.Step(top, 8);
        foreach (var value in NiceTicks.Between(0, top, step)) canvas.Text(NiceTicks.Text(value, step), x + Bar + 6, Top + Side - (float)(value / top) * Side, Align.Left);
    }

    private static void Fill(StaticCanvas canvas, SKRect area, string color)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(color) };
        canvas.Skia.DrawRect(area, paint);
    }
}
