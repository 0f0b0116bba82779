using SkiaSharp;

namespace MathSymbols.Data.Synthetic;

/// <summary>Paints strokes with round ends and a width that changes along the line, antialiased, on white.</summary>
internal static class Brush
{
    private const int RimPoints = 16;

    // A 16-gon: a fifth of a pixel from round at the widest pen, and quicker to fill than a circle.
    private static readonly (double Sin, double Cos)[] Rim =
        [.. Enumerable.Range(0, RimPoints).Select(i => Math.SinCos(2 * Math.PI * i / RimPoints))];

    public static SKBitmap Paint(List<PenPoint[]> strokes, Paper paper, SKColor ink)
    {
        var bitmap = new SKBitmap(new SKImageInfo(paper.Width, paper.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = ink, IsAntialias = true, Style = SKPaintStyle.Fill };
        canvas.Clear(SKColors.White);
        foreach (var stroke in strokes)
        {
            using var outline = Outline(stroke);
            canvas.DrawPath(outline, paint);
        }

        return bitmap;
    }

    // A disc at each point and a slab between neighbours, all wound alike: their union is the line.
    private static SKPath Outline(PenPoint[] stroke)
    {
        using var outline = new SKPathBuilder { FillType = SKPathFillType.Winding };
        for (var i = 0; i < stroke.Length; i++)
        {
            var p = stroke[i];
            AddDisc(outline, p);
            if (i > 0)
                AddSlab(outline, stroke[i - 1], p);
        }

        return outline.Detach();
    }

    private static void AddDisc(SKPathBuilder outline, PenPoint centre)
    {
        for (var i = 0; i < Rim.Length; i++)
        {
            var x = (float)(centre.X + centre.Radius * Rim[i].Cos);
            var y = (float)(centre.Y + centre.Radius * Rim[i].Sin);
            if (i == 0)
                outline.MoveTo(x, y);
            else
                outline.LineTo(x, y);
        }

        outline.Close();
    }

    private static void AddSlab(SKPathBuilder outline, PenPoint from, PenPoint to)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Sqrt(dx * dx + dy * dy);
        if (length < 1e-6)
            return;
        var (nx, ny) = (dy / length, -dx / length);
        outline.MoveTo((float)(from.X + nx * from.Radius), (float)(from.Y + ny * from.Radius));
        outline.LineTo((float)(to.X + nx * to.Radius), (float)(to.Y + ny * to.Radius));
        outline.LineTo((float)(to.X - nx * to.Radius), (float)(to.Y - ny * to.Radius));
        outline.LineTo((float)(from.X - nx * from.Radius), (float)(from.Y - ny * from.Radius));
        outline.Close();
    }
}
