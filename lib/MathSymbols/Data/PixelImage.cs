using SkiaSharp;

namespace MathSymbols.Data;

/// <summary>One decoded RGB image, held as three planes: shape [3, H, W], one byte a value, 0 (black) to 255 (white).</summary>
public sealed class PixelImage
{
    /// <summary>The number of colour channels: red, green, blue.</summary>
    public const int Channels = 3;

    /// <summary>Wraps planes that the caller no longer changes.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="planes">Shape [3, height, width]: all red, then all green, then all blue.</param>
    /// <exception cref="ArgumentException">The planes do not hold 3 × height × width bytes.</exception>
    public PixelImage(int width, int height, byte[] planes)
    {
        ArgumentNullException.ThrowIfNull(planes);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (planes.LongLength != (long)Channels * width * height)
            throw new ArgumentException($"{planes.LongLength} bytes do not make an image of {width} × {height} × {Channels}.", nameof(planes));
        Width = width;
        Height = height;
        Planes = planes;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>The pixel values, shape [3, H, W].</summary>
    public ReadOnlyMemory<byte> Planes { get; }

    /// <summary>Encodes the image as PNG, 8-bit RGB.</summary>
    public byte[] ToPng()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var target = bitmap.GetPixelSpan();
        var source = Planes.Span;
        var plane = Width * Height;
        for (var i = 0; i < plane; i++)
        {
            target[4 * i] = source[i];
            target[4 * i + 1] = source[plane + i];
            target[4 * i + 2] = source[2 * plane + i];
            target[4 * i + 3] = byte.MaxValue;
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return data.ToArray();
    }
}
