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

    /// <summary>The image at another size, as <c>tf.image.resize</c> gives it: bilinear, its aspect not kept; see <see cref="BilinearResize"/>.</summary>
    /// <param name="width">Width of the result in pixels, at least 1.</param>
    /// <param name="height">Height of the result in pixels, at least 1.</param>
    public PixelImage Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        if (width == Width && height == Height) return this;
        var planes = new byte[Channels * width * height];
        BilinearResize.RgbaToPlanes(ToRgba(), Width, Height, planes, width, height);
        return new(width, height, planes);
    }

    /// <summary>The image with each side that is longer reduced to at most so many pixels, by the mean of blocks; its aspect is not kept. Edges that fill no block go.</summary>
    /// <param name="side">Pixels, at least 1.</param>
    public PixelImage ReduceTo(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        return Mean((Width + side - 1) / side, (Height + side - 1) / side);
    }

    /// <summary>The image with its longer side reduced to less than twice so many pixels, by the mean of square blocks; never enlarged. Edges that fill no block go.</summary>
    /// <param name="side">Pixels, at least 1.</param>
    public PixelImage Shrink(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        var factor = Math.Min(Math.Max(Width, Height) / side, Math.Min(Width, Height));
        return Mean(factor, factor);
    }

    /// <summary>The image with its first and last channel exchanged, as a program sees it that takes blue first.</summary>
    public PixelImage ExchangeRedAndBlue()
    {
        var plane = Width * Height;
        var source = Planes.Span;
        return new(Width, Height, [.. source[(2 * plane)..], .. source[plane..(2 * plane)], .. source[..plane]]);
    }

    /// <summary>The negative: light where it is dark, each value v become 255 − v.</summary>
    public PixelImage Negative()
    {
        var planes = Planes.ToArray();
        foreach (ref var value in planes.AsSpan()) value = (byte)(byte.MaxValue - value);
        return new(Width, Height, planes);
    }

    /// <summary>Encodes the image as PNG, 8-bit RGB.</summary>
    public byte[] ToPng() => Encode(SKEncodedImageFormat.Png, quality: 100);

    /// <summary>Encodes the image as JPEG, colours at half the resolution.</summary>
    /// <param name="quality">0 to 100.</param>
    public byte[] ToJpeg(int quality)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quality);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quality, 100);
        return Encode(SKEncodedImageFormat.Jpeg, quality);
    }

    private byte[] Encode(SKEncodedImageFormat format, int quality)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        ToRgba().CopyTo(bitmap.GetPixelSpan());
        using var data = bitmap.Encode(format, quality);
        return data.ToArray();
    }

    // Of blocks of so many pixels across and down.
    private PixelImage Mean(int across, int down)
    {
        if (across <= 1 && down <= 1) return this;
        var (width, height) = (Width / across, Height / down);
        var planes = new byte[Channels * width * height];
        for (var i = 0; i < planes.Length; i++)
        {
            var (channel, y, x) = (i / (width * height), i / width % height, i % width);
            var sum = 0L;
            for (var dy = 0; dy < down; dy++)
            {
                foreach (var value in Planes.Span.Slice((channel * Height + y * down + dy) * Width + x * across, across)) sum += value;
            }

            planes[i] = (byte)(sum / ((long)across * down));
        }

        return new(width, height, planes);
    }

    // Shape [H, W, 4], opaque.
    private byte[] ToRgba()
    {
        var source = Planes.Span;
        var plane = Width * Height;
        var rgba = new byte[4 * plane];
        for (var i = 0; i < plane; i++)
        {
            rgba[4 * i] = source[i];
            rgba[4 * i + 1] = source[plane + i];
            rgba[4 * i + 2] = source[2 * plane + i];
            rgba[4 * i + 3] = byte.MaxValue;
        }

        return rgba;
    }
}
