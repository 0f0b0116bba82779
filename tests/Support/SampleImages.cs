using MathSymbols.Data;
using SkiaSharp;

namespace MathSymbols.Tests.Support;

/// <summary>Small image files for tests: class folders of tiny coloured squares.</summary>
internal static class SampleImages
{
    public static ImageFolder Write(string folder, int perClass, params string[] classes)
    {
        for (var c = 0; c < classes.Length; c++)
        {
            for (var i = 0; i < perClass; i++)
                WritePng(Path.Combine(folder, classes[c], $"img{i:000}.png"), 8 + i % 5, 9, new SKColor((byte)(40 * c), (byte)(7 * i), (byte)(255 - i)));
        }

        return ImageFolder.Open(folder);
    }

    public static void WritePng(string path, int width, int height, SKColor colour, SKAlphaType alpha = SKAlphaType.Opaque)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha));
        bitmap.Erase(colour);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, data.ToArray());
    }
}
