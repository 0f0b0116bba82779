using System.Buffers;
using MathSymbols.Storage;
using SkiaSharp;

namespace MathSymbols.Data;

/// <summary>
/// Decodes image files to 8-bit RGB. The one class that knows which library does it. No colour profile is applied, as in tf.io's
/// decoders; transparent pixels are laid over white.
/// </summary>
public static class ImageDecoder
{
    private const int RgbaBytes = 4;

    /// <summary>Decodes a file at its own size.</summary>
    /// <param name="path">A PNG, JPEG, BMP, GIF (its first frame) or WebP file.</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, or is damaged, truncated or no image.</exception>
    public static PixelImage Decode(string path) => WithPixels(() => File.OpenRead(path), Planar);

    /// <summary>Decodes a photograph at its own size and turns it as its EXIF orientation says, which <see cref="Decode(string)"/> and tf.io's decoders do not.</summary>
    /// <param name="path">A PNG, JPEG, BMP, GIF (its first frame) or WebP file.</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, or is damaged, truncated or no image.</exception>
    public static PixelImage DecodeUpright(string path) => DecodeUpright(() => File.OpenRead(path));

    /// <summary>Decodes the content of such a file; see <see cref="DecodeUpright(string)"/>.</summary>
    /// <param name="stream">The content; it can seek, and is closed.</param>
    /// <exception cref="ImageDecodeException">It is damaged, truncated or no image.</exception>
    public static PixelImage DecodeUpright(Stream stream) => DecodeUpright(() => stream);

    /// <summary>Decodes a file and resizes it as <c>tf.image.resize</c> does; see <see cref="BilinearResize"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="planes">Receives the result, shape [3, height, width].</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, or is damaged, truncated or no image.</exception>
    public static unsafe void DecodeResized(string path, int width, int height, Span<byte> planes)
    {
        fixed (byte* target = planes)
        {
            var address = (nint)target;
            var length = planes.Length;
            WithPixels(() => File.OpenRead(path), (rgba, sourceWidth, sourceHeight) =>
            {
                BilinearResize.RgbaToPlanes(rgba, sourceWidth, sourceHeight, new Span<byte>((void*)address, length), width, height);
                return 0;
            });
        }
    }

    private static PixelImage DecodeUpright(Func<Stream> open)
    {
        var origin = SKEncodedOrigin.TopLeft;
        var image = WithPixels(open, Planar, codec => origin = codec.EncodedOrigin);
        return Orientation.Turn(image, origin);
    }

    private static PixelImage Planar(ReadOnlySpan<byte> rgba, int width, int height)
    {
        var planes = new byte[PixelImage.Channels * width * height];
        var plane = width * height;
        for (var i = 0; i < plane; i++)
        {
            for (var c = 0; c < PixelImage.Channels; c++) planes[c * plane + i] = rgba[RgbaBytes * i + c];
        }

        return new PixelImage(width, height, planes);
    }

    private static T WithPixels<T>(Func<Stream> open, PixelReader<T> read, Action<SKCodec>? look = null)
    {
        byte[]? buffer = null;
        try
        {
            using var stream = open();
            if (stream.Length == 0) throw new ImageDecodeException("the file is empty");
            using var codec = SKCodec.Create(stream, out var opened);
            if (codec is null) throw new ImageDecodeException(opened == SKCodecResult.IncompleteInput ? "the file is no image, or is cut off at its start" : Reason(opened));
            look?.Invoke(codec);
            if ((long)codec.Info.Width * codec.Info.Height > Limits.ImagePixels)
                throw new ImageDecodeException($"the image is too large: {codec.Info.Width} × {codec.Info.Height} pixels, of which {Limits.ImagePixels / 1_000_000} million are read at most");
            var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colorspace: null);
            var bytes = info.Width * info.Height * RgbaBytes;
            buffer = ArrayPool<byte>.Shared.Rent(bytes);
            var pixels = buffer.AsSpan(0, bytes);
            var decoded = Decode(codec, info, pixels);
            if (decoded != SKCodecResult.Success) throw new ImageDecodeException(Reason(decoded));
            if (codec.Info.AlphaType != SKAlphaType.Opaque) LayOverWhite(pixels);
            return read(pixels, info.Width, info.Height);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // An empty name is an ArgumentException, a pipe's length not supported.
            throw new ImageDecodeException($"the file cannot be read: {e.Message}", e);
        }
        finally
        {
            if (buffer is not null) ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static unsafe SKCodecResult Decode(SKCodec codec, SKImageInfo info, Span<byte> pixels)
    {
        fixed (byte* target = pixels) return codec.GetPixels(info, (nint)target);
    }

    private static void LayOverWhite(Span<byte> rgba)
    {
        for (var i = 0; i < rgba.Length; i += RgbaBytes)
        {
            int alpha = rgba[i + 3];
            if (alpha == byte.MaxValue) continue;
            for (var c = 0; c < PixelImage.Channels; c++)
                rgba[i + c] = (byte)((rgba[i + c] * alpha + byte.MaxValue * (byte.MaxValue - alpha) + 127) / byte.MaxValue);
        }
    }

    private static string Reason(SKCodecResult result) => result switch
    {
        SKCodecResult.IncompleteInput => "the file is truncated",
        SKCodecResult.ErrorInInput => "the file is damaged",
        SKCodecResult.InvalidInput or SKCodecResult.Unimplemented => "the file is no image that can be decoded",
        _ => $"the file cannot be decoded ({result})",
    };

    private delegate T PixelReader<out T>(ReadOnlySpan<byte> rgba, int width, int height);
}
