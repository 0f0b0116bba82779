using SkiaSharp;

namespace MathSymbols.Figures.Static;

/// <summary>Draws a <see cref="RobustnessTable"/> as PNG.</summary>
internal static class StaticRobustness
{
    private const int LineHeight = 16;
    private const int Gap = 12;
    private const int NameWidth = 100;
    private const int StepWidth = 130;
    private const int Narrowest = 110;
    private const int ChangeWidth = 46;

    /// <summary>The table.</summary>
    /// <param name="models">The columns.</param>
    /// <param name="lines">The rows.</param>
    /// <param name="lowest">For each model the row to mark.</param>
    public static byte[] Png(IReadOnlyList<string> models, IReadOnlyList<RobustnessLine> lines, IReadOnlyList<int> lowest)
    {
        // Each column ends where its model's name does.
        var ends = new int[models.Count];
        for (var m = 0; m < ends.Length; m++) ends[m] = (m == 0 ? Gap + NameWidth + StepWidth : ends[m - 1] + Gap) + Math.Max(Narrowest, (int)StaticCanvas.Measure(models[m]) + 1);
        using var canvas = new StaticCanvas(ends[^1] + Gap, (lines.Count + 1) * LineHeight + 2 * Gap);
        canvas.Text("Perturbation", Gap, Middle(-1), Align.Left);
        canvas.Text("Step", Gap + NameWidth, Middle(-1), Align.Left);
        for (var m = 0; m < models.Count; m++) canvas.Text(models[m], ends[m], Middle(-1), Align.Right);
        using var rule = new SKPaint { Color = new SKColor(0xcc, 0xcc, 0xcc) };
        using var frame = new SKPaint { Color = SKColor.Parse(Palette.Wrong), Style = SKPaintStyle.Stroke, StrokeWidth = 1.5f };
        foreach (var (i, line) in lines.Index())
        {
            if (line.IsMean)
            {
                canvas.Skia.DrawLine(Gap, Middle(i) - LineHeight / 2f, ends[^1], Middle(i) - LineHeight / 2f, rule);
                canvas.Text(line.Perturbation, Gap, Middle(i), Align.Left);
            }

            canvas.Text(line.Step, Gap + NameWidth, Middle(i), Align.Left);
            for (var m = 0; m < models.Count; m++)
            {
                var (accuracy, change) = RobustnessTable.Texts(lines, i, m);
                canvas.Text(accuracy, ends[m] - ChangeWidth, Middle(i), Align.Right);
                canvas.Text(change, ends[m], Middle(i), Align.Right, color: "#666666");
                if (lowest[m] == i) canvas.Skia.DrawRect(ends[m] - Narrowest + 6, Middle(i) - LineHeight / 2f + 1, Narrowest - 2, LineHeight - 2, frame);
            }
        }

        return canvas.ToPng();

        static float Middle(int line) => Gap + (line + 1.5f) * LineHeight;
    }
}
