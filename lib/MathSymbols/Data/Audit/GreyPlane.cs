namespace MathSymbols.Data.Audit;

/// <summary>An image's grey levels (ITU-R BT.601), made smaller by the mean of square blocks where it is very large.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Values">Shape [height, width], 0 to 255.</param>
internal sealed record GreyPlane(int Width, int Height, byte[] Values)
{
    // The longest side stays below twice this: larger images have no detail that would tell copies apart better.
    private const int Side = 512;

    private const int Levels = 256;

    /// <summary>The grey levels of an image.</summary>
    public static GreyPlane Of(RgbaImage image)
    {
        var factor = Math.Clamp(Math.Max(image.Width, image.Height) / Side, 1, Math.Min(image.Width, image.Height));
        var (width, height) = (image.Width / factor, image.Height / factor);
        var values = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++) values[y * width + x] = Block(image, x * factor, y * factor, factor);
        }

        return new(width, height, values);
    }

    /// <summary>The level that half of the pixels do not exceed.</summary>
    public int Median()
    {
        Span<int> counts = stackalloc int[Levels];
        counts.Clear();
        foreach (var value in Values) counts[value]++;
        var (level, seen) = (0, counts[0]);
        while (2 * seen < Values.Length) seen += counts[++level];
        return level;
    }

    private static byte Block(RgbaImage image, int x, int y, int factor)
    {
        long sum = 0;
        for (var row = y; row < y + factor; row++)
        {
            var pixels = image.Pixels.Slice(4 * (row * image.Width + x), 4 * factor);
            for (var i = 0; i < pixels.Length; i += 4) sum += (77 * pixels[i] + 150 * pixels[i + 1] + 29 * pixels[i + 2]) >> 8;
        }

        return (byte)(sum / ((long)factor * factor));
    }
}
