namespace MathSymbols.Figures.Static;

/// <summary>One line of text as an image, in the place of a figure that has nothing to draw.</summary>
internal static class StaticSentence
{
    private const int Size = 13;

    /// <summary>The text as PNG, as wide as it is.</summary>
    public static byte[] Png(string text)
    {
        using var canvas = new StaticCanvas((int)StaticCanvas.Measure(text, Size) + 24, 36);
        canvas.Text(text, 12, 18, Align.Left, Size);
        return canvas.ToPng();
    }
}
