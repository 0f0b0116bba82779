using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Tests.Support;
using SkiaSharp;

namespace MathSymbols.Tests.Data.Audit;

/// <summary>Draws small images and takes them the way the audit does, from a file.</summary>
internal static class Sketchpad
{
    public const int Width = 155;
    public const int Height = 135;

    public static ContrastPlane Plane(Action<SKCanvas, SKPaint> draw, bool dark = false)
    {
        using var folder = new TemporaryFolder();
        using var bitmap = new SKBitmap(Width, Height);
        using (var canvas = new SKCanvas(bitmap))
        using (var pen = new SKPaint { Color = dark ? SKColors.White : SKColors.Black, StrokeWidth = 4, StrokeCap = SKStrokeCap.Round, IsAntialias = true })
        {
            canvas.Clear(dark ? SKColors.Black : SKColors.White);
            draw(canvas, pen);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(folder["drawing.png"], data.ToArray());
        return ImageDecoder.Read(folder["drawing.png"], 0, static (image, _) => ContrastPlane.Of(image));
    }
}
