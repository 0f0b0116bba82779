using SkiaSharp;

namespace MathSymbols.Benchmarks.Fuzz.Images.Seeds;

/// <summary>Good image files to begin with.</summary>
internal static class ImageSeeds
{
    /// <summary>One of each sort that can be made here.</summary>
    public static IReadOnlyList<byte[]> Made()
    {
        var random = new Random(1001);
        return
        [
            .. ((PngSketch[])[new(0, 1), new(0, 8), new(0, 16), new(2, 8), new(2, 16), new(3, 2), new(3, 8), new(4, 8), new(6, 8), new(6, 16), new(2, 8, true), new(3, 4, true)]).Select(p => p.Draw(random)),
            .. ((JpegSketch[])[new(1, false), new(3, false), new(4, false), new(1, true), new(3, true), new(4, true), new(3, false, 6), new(3, true, 8)]).Select(j => j.Draw(random)),
            OtherSketches.Gif(random, 0),
            OtherSketches.Gif(random, 1),
            OtherSketches.Bmp(random),
            OtherSketches.BmpInRuns(random),
            OtherSketches.Skia(random, SKEncodedImageFormat.Jpeg, 80),
            OtherSketches.Skia(random, SKEncodedImageFormat.Png, 100),
            OtherSketches.Skia(random, SKEncodedImageFormat.Webp, 50),
            OtherSketches.Skia(random, SKEncodedImageFormat.Webp, 100),
        ];
    }

    /// <summary>The files of a folder.</summary>
    public static IEnumerable<byte[]> In(string folder) => Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
}
