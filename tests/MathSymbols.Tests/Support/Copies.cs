using MathSymbols.Data;
using SkiaSharp;

namespace MathSymbols.Tests.Support;

/// <summary>Writes copies of an image file as people and programs make them.</summary>
internal static class Copies
{
    /// <summary>The ways, and how each writes a copy: from a file, to a path without an ending; returns the path.</summary>
    public static IReadOnlyList<(string Name, Func<string, string, string> Write)> Lossy { get; } =
    [
        ("as JPEG", (from, to) => Draw(from, to, 0, 1, SKEncodedImageFormat.Jpeg)),
        ("moved", (from, to) => Draw(from, to, 2, 1, SKEncodedImageFormat.Png)),
        ("moved back, as JPEG", (from, to) => Draw(from, to, -2, 1, SKEncodedImageFormat.Jpeg)),
        ("smaller", (from, to) => Draw(from, to, 0, 0.6f, SKEncodedImageFormat.Png)),
    ];

    /// <summary>The same bytes under another name.</summary>
    public static string Rename(string from, string to)
    {
        File.Copy(from, to += Path.GetExtension(from));
        return to;
    }

    /// <summary>The same pixels in another format.</summary>
    public static string Restore(string from, string to)
    {
        using var bitmap = SKBitmap.Decode(ImageDecoder.Decode(from).ToPng());
        using var pixels = bitmap.PeekPixels()!;
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, 1))!;
        File.WriteAllBytes(to += ".png", data.ToArray());
        return to;
    }

    private static string Draw(string from, string to, int shift, float scale, SKEncodedImageFormat format)
    {
        using var source = SKImage.FromEncodedData(from);
        using var surface = SKSurface.Create(new SKImageInfo((int)(source.Width * scale), (int)(source.Height * scale)));
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.DrawImage(source, SKRect.Create(shift, -shift, (int)(source.Width * scale), (int)(source.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var image = surface.Snapshot();
        using var data = image.Encode(format, 90);
        File.WriteAllBytes(to += format == SKEncodedImageFormat.Jpeg ? ".jpg" : ".png", data.ToArray());
        return to;
    }
}
