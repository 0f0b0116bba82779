using SkiaSharp;

namespace MathSymbols.Figures.Static;

/// <summary>Where text stands relative to its point.</summary>
internal enum Align
{
    /// <summary>The text begins at the point.</summary>
    Left,

    /// <summary>The text's middle is at the point.</summary>
    Center,

    /// <summary>The text ends at the point.</summary>
    Right,
}

/// <summary>A white drawing surface in points, two pixels each, with a font of its own: a bare machine has none.</summary>
internal sealed class StaticCanvas : IDisposable
{
    /// <summary>Pixels a point.</summary>
    public const int Scale = 2;

    private static readonly Lazy<SKTypeface> Typeface = new(() =>
    {
        using var stream = Resource.Open("Fonts.Roboto-Subset.ttf");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia cannot read the embedded font.");
    });

    private readonly SKSurface _surface;

    /// <summary>A blank surface of so many points.</summary>
    public StaticCanvas(int width, int height)
    {
        _surface = SKSurface.Create(new SKImageInfo(width * Scale, height * Scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        _surface.Canvas.Clear(SKColors.White);
        _surface.Canvas.Scale(Scale);
    }

    /// <summary>Skia's canvas, for what is not text.</summary>
    public SKCanvas Skia => _surface.Canvas;

    /// <summary>Writes one line of text, its middle at height <paramref name="y"/>.</summary>
    /// <param name="text">What to write; signs that the font lacks show as a box.</param>
    /// <param name="x">In points from the left.</param>
    /// <param name="y">In points from the top.</param>
    /// <param name="align">Where it stands relative to <paramref name="x"/>.</param>
    /// <param name="size">Font size in points.</param>
    /// <param name="degrees">Turned clockwise about (x, y).</param>
    /// <param name="color"><c>#rrggbb</c>.</param>
    public void Text(string text, float x, float y, Align align = Align.Center, float size = 11, float degrees = 0, string color = "#222222")
    {
        using var font = Font(size);
        using var paint = new SKPaint { Color = SKColor.Parse(color), IsAntialias = true };
        var textAlign = align switch { Align.Left => SKTextAlign.Left, Align.Right => SKTextAlign.Right, _ => SKTextAlign.Center };
        Skia.Save();
        Skia.RotateDegrees(degrees, x, y);
        Skia.DrawText(text, x, y + size * 0.36f, textAlign, font, paint);
        Skia.Restore();
    }

    /// <summary>The width of a text in points.</summary>
    public static float Measure(string text, float size = 11)
    {
        using var font = Font(size);
        return font.MeasureText(text);
    }

    /// <summary>What has been drawn, as PNG.</summary>
    public byte[] ToPng()
    {
        using var pixels = _surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, zLibLevel: 9));
        return data?.ToArray() ?? throw new InvalidOperationException("Skia cannot encode the image.");
    }

    /// <inheritdoc/>
    public void Dispose() => _surface.Dispose();

    // Glyphs at fractions of a pixel: else letters drift apart.
    private static SKFont Font(float size) => new(Typeface.Value, size) { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };
}
