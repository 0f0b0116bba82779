using SkiaSharp;

namespace MathSymbols.Benchmarks.Fuzz.Images.Seeds;

/// <summary>Draws noise in the formats that need few lines, or that Skia writes.</summary>
internal static class OtherSketches
{
    private const byte Width = 12;
    private const byte Height = 6;

    /// <summary>A GIF of four colours, one of them transparent, with a frame that may leave a border free.</summary>
    public static byte[] Gif(Random random, byte border)
    {
        var (width, height) = ((byte)(Width - (2 * border)), (byte)(Height - (2 * border)));
        var codes = new List<int>();

        // A clear code before each pair, so that no code grows.
        for (var i = 0; i < width * height; i++)
        {
            if (i % 2 == 0) codes.Add(4);
            codes.Add(random.Next(4));
        }

        codes.Add(5);
        var data = new byte[((3 * codes.Count) + 7) / 8];
        for (var bit = 0; bit < 3 * codes.Count; bit++) data[bit / 8] |= (byte)(((codes[bit / 3] >> (bit % 3)) & 1) << (bit % 8));
        return
        [
            .. "GIF89a"u8, Width, 0, Height, 0, 0x81, 0, 0, 0, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255,
            0x21, 0xF9, 4, 1, 0, 0, 2, 0, 0x2C, border, 0, border, 0, width, 0, height, 0, 0, 2, (byte)data.Length, .. data, 0, 0x3B,
        ];
    }

    /// <summary>A BMP of 24 bits a pixel.</summary>
    public static byte[] Bmp(Random random)
    {
        var pixels = new byte[3 * Width * Height];
        random.NextBytes(pixels);
        return [.. BmpHeader(54, pixels.Length, 24, 0, 0), .. pixels];
    }

    /// <summary>A BMP of four colours in runs, some pixels skipped.</summary>
    public static byte[] BmpInRuns(Random random)
    {
        var runs = new List<byte>();
        for (var y = 0; y < Height; y++) runs.AddRange([4, (byte)random.Next(4), 0, 2, 2, 0, 0, 4, 0, 1, 2, 3, 2, (byte)random.Next(4), 0, 0]);
        runs.AddRange([0, 1]);
        return [.. BmpHeader(54 + 16, runs.Count, 8, 1, 4), 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 255, 255, 255, 0, .. runs];
    }

    /// <summary>A file by Skia.</summary>
    public static byte[] Skia(Random random, SKEncodedImageFormat format, int quality)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(33, 18, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        random.NextBytes(bitmap.GetPixelSpan());
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    private static byte[] BmpHeader(byte start, int length, byte bits, byte compression, byte colours)
    {
        var total = start + length;
        return
        [
            .. "BM"u8, (byte)total, (byte)(total >> 8), 0, 0, 0, 0, 0, 0, start, 0, 0, 0,
            40, 0, 0, 0, Width, 0, 0, 0, Height, 0, 0, 0, 1, 0, bits, 0, compression, 0, 0, 0, (byte)length, (byte)(length >> 8), 0, 0, .. new byte[8], colours, 0, 0, 0, 0, 0, 0, 0,
        ];
    }
}
