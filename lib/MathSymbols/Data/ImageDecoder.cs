using System.Runtime.InteropServices;
using MathSymbols.Storage;
using SkiaSharp;

namespace MathSymbols.Data;

/// <summary>
/// Decodes image files to 8-bit RGB, upright as their EXIF orientation says. The one class that knows which library does it. No colour
/// profile is applied, as in tf.io's decoders; transparent pixels are laid over white; of an animation the first frame is taken.
/// What is larger than <see cref="Limits.ImageBytes"/> or <see cref="Limits.ImagePixels"/> is refused before memory is taken for it.
/// </summary>
public static class ImageDecoder
{
    private const int RgbaBytes = 4;

    // Skia knows more, one of which takes almost any bytes for an image.
    private static readonly SKEncodedImageFormat[] Formats = [SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Bmp, SKEncodedImageFormat.Gif, SKEncodedImageFormat.Webp];

    /// <summary>Takes what it needs of an image while its memory is held.</summary>
    internal delegate TResult Use<in TState, out TResult>(RgbaImage image, TState state)
        where TState : allows ref struct;

    /// <summary>Decodes a file at its own size.</summary>
    /// <param name="path">A PNG, JPEG, BMP, GIF or WebP file.</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, is over a limit, damaged, truncated or no image.</exception>
    public static PixelImage Decode(string path) => FromFile(path, 0, static (image, _) => Planar(image));

    /// <summary>Decodes a file's content at its own size.</summary>
    /// <param name="content">A PNG, JPEG, BMP, GIF or WebP file's bytes.</param>
    /// <exception cref="ImageDecodeException">It is over a limit, damaged, truncated or no image.</exception>
    public static PixelImage Decode(ReadOnlySpan<byte> content) => FromContent(content, 0, static (image, _) => Planar(image));

    /// <summary>Decodes a file in full and says what it is.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, is over a limit, damaged, truncated or no image.</exception>
    public static ImageFacts Inspect(string path) => FromFile(path, 0, static (image, _) => image.Facts);

    /// <summary>Decodes a file and resizes it as <c>tf.image.resize</c> does; see <see cref="BilinearResize"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="planes">Receives the result, shape [3, height, width].</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, is over a limit, damaged, truncated or no image.</exception>
    public static void DecodeResized(string path, int width, int height, Span<byte> planes) => DecodeResized(path, width, height, planes, stackalloc byte[ContentHash.Length]);

    /// <summary>As <see cref="DecodeResized(string, int, int, Span{byte})"/>, and says what was decoded.</summary>
    /// <param name="path">The file.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="planes">Receives the result, shape [3, height, width].</param>
    /// <param name="hash">Receives the <see cref="ContentHash"/> of the very bytes, also where they are no image.</param>
    internal static void DecodeResized(string path, int width, int height, Span<byte> planes, Span<byte> hash) => FromFile(
        path,
        new Target(planes, width, height),
        static (image, target) =>
        {
            BilinearResize.RgbaToPlanes(image.Pixels, image.Width, image.Height, target.Planes, target.Width, target.Height);
            return 0;
        },
        hash);

    /// <summary>Decodes a file in full and lets <paramref name="use"/> take what it needs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="state">Handed to <paramref name="use"/>.</param>
    /// <param name="use">Called once, with the image upright at its own size.</param>
    /// <param name="hash">Receives the <see cref="ContentHash"/> of the very bytes; empty for none.</param>
    /// <exception cref="ImageDecodeException">The file cannot be read, is over a limit, damaged, truncated or no image.</exception>
    internal static TResult Read<TState, TResult>(string path, TState state, Use<TState, TResult> use, Span<byte> hash = default)
        where TState : allows ref struct => FromFile(path, state, use, hash);

    private static PixelImage Planar(RgbaImage image)
    {
        var plane = image.Width * image.Height;
        var planes = new byte[PixelImage.Channels * plane];
        for (var i = 0; i < plane; i++)
        {
            for (var c = 0; c < PixelImage.Channels; c++) planes[c * plane + i] = image.Pixels[RgbaBytes * i + c];
        }

        return new PixelImage(image.Width, image.Height, planes);
    }

    private static TResult FromFile<TState, TResult>(string path, TState state, Use<TState, TResult> use, Span<byte> hash = default)
        where TState : allows ref struct
    {
        // Read before it is decoded: what goes wrong with the disk has no way out of the decoder's own code.
        using var memory = Load(path, hash, out var length);
        return FromContent(memory.Span[..length], state, use);
    }

    private static ImageMemory Load(string path, Span<byte> hash, out int length)
    {
        ImageMemory? memory = null;
        try
        {
            using var stream = RegularFile.Open(path);
            if (hash.Length > 0 && stream.Length > Limits.ImageBytes) ContentHash.OfTooLong(stream.Length, hash);
            if (hash.Length > 0 && stream.Length == 0) ContentHash.Of([], hash);
            RequireBytes(stream.Length);
            memory = new((int)stream.Length);
            length = RegularFile.Read(stream, memory.Span);
            if (hash.Length > 0) ContentHash.Of(memory.Span[..length], hash);
            return memory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            memory?.Dispose();
            if (hash.Length > 0) ContentHash.OfUnreadable(hash);

            // An empty name is an ArgumentException.
            throw new ImageDecodeException($"the file cannot be read: {RegularFile.Why(e, path)}", e);
        }
    }

    private static unsafe TResult FromContent<TState, TResult>(ReadOnlySpan<byte> content, TState state, Use<TState, TResult> use)
        where TState : allows ref struct
    {
        RequireBytes(content.Length);
        var scans = JpegScans.Count(content);
        if (scans > Limits.JpegScans) throw new ImageDecodeException($"the image is stored in {scans} scans, of which {Limits.JpegScans} are read at most");
        fixed (byte* start = content)
        {
            using var data = SKData.Create((nint)start, content.Length);
            using var codec = SKCodec.Create(data) ?? throw new ImageDecodeException("the file is no image, or is cut off at its start");
            return FromCodec(codec, content.Length, state, use);
        }
    }

    private static TResult FromCodec<TState, TResult>(SKCodec codec, int bytes, TState state, Use<TState, TResult> use)
        where TState : allows ref struct
    {
        if (!Formats.Contains(codec.EncodedFormat)) throw new ImageDecodeException("the file is no PNG, JPEG, BMP, GIF or WebP image");
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > Limits.ImagePixels)
            throw new ImageDecodeException($"the image is too large: {width} × {height} pixels, of which {Limits.ImagePixels / 1_000_000} million are read at most");
        using var stored = new ImageMemory(width * height * RgbaBytes);
        var decoded = Decode(codec, stored.Span);
        if (decoded != SKCodecResult.Success) throw new ImageDecodeException(Reason(decoded));
        if (codec.Info.AlphaType != SKAlphaType.Opaque) LayOverWhite(stored.Span);
        var origin = codec.EncodedOrigin;
        if (origin == SKEncodedOrigin.TopLeft) return use(new(stored.Span, new(Name(codec), width, height, Turned: false, bytes)), state);
        if (Orientation.Swaps(origin)) (width, height) = (height, width);
        using var upright = new ImageMemory(stored.Span.Length);
        Orientation.Turn(MemoryMarshal.Cast<byte, uint>(stored.Span), origin, MemoryMarshal.Cast<byte, uint>(upright.Span), width, height);
        return use(new(upright.Span, new(Name(codec), width, height, Turned: true, bytes)), state);
    }

    private static unsafe SKCodecResult Decode(SKCodec codec, Span<byte> pixels)
    {
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, colorspace: null);
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

    /// <summary>Throws for a file that is empty or beyond the limit.</summary>
    /// <exception cref="ImageDecodeException">It is.</exception>
    internal static void RequireBytes(long bytes)
    {
        if (bytes == 0) throw new ImageDecodeException("the file is empty");
        if (bytes > Limits.ImageBytes) throw new ImageDecodeException($"the file is too large: {DiskSpace.Size(bytes)}, of which {DiskSpace.Size(Limits.ImageBytes)} are read at most");
    }

    private static string Name(SKCodec codec) => codec.EncodedFormat switch
    {
        SKEncodedImageFormat.Webp => "WebP",
        var format => format.ToString().ToUpperInvariant(),
    };

    private static string Reason(SKCodecResult result) => result switch
    {
        SKCodecResult.IncompleteInput => "the file is truncated",
        SKCodecResult.ErrorInInput => "the file is damaged",
        SKCodecResult.InvalidInput or SKCodecResult.Unimplemented => "the file is no image that can be decoded",
        _ => $"the file cannot be decoded ({result})",
    };

    private readonly ref struct Target(Span<byte> planes, int width, int height)
    {
        public Span<byte> Planes { get; } = planes;

        public int Width { get; } = width;

        public int Height { get; } = height;
    }
}
