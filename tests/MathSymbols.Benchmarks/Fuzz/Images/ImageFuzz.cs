using System.Buffers;
using MathSymbols.Benchmarks.Fuzz.Images.Seeds;
using MathSymbols.Data;
using SkiaSharp;

namespace MathSymbols.Benchmarks.Fuzz.Images;

/// <summary>Has damaged image files decoded: each gives an image of the size that it declares, the same each time, or a sentence.</summary>
internal sealed class ImageFuzz : IDataFuzz
{
    /// <summary>The side of a square that is allowed, and takes as much memory as any.</summary>
    public const uint LargestAllowed = 9_000;

    private const int Resized = 16;
    private const int LongestSentence = 400;

    // Larger ones are decoded once a way: it takes seconds.
    private const int PixelsToCompare = 1_000_000;

    private readonly ImageMutator _mutator;
    private readonly string _path;

    /// <param name="seeds">A folder of good files; null for those that can be made here alone.</param>
    /// <param name="folder">Where a file is put before it is decoded.</param>
    /// <param name="largest">Width and height that a file claims now and then.</param>
    /// <exception cref="InvalidDataException">One of the good files is not.</exception>
    public ImageFuzz(string? seeds, string folder, uint largest = LargestAllowed)
    {
        _path = Path.Combine(folder, "fuzz.img");
        var files = ImageSeeds.Made().Concat(seeds is null ? [] : ImageSeeds.In(seeds)).ToArray();
        _mutator = new(files, largest);
        for (var i = 0; i < files.Length; i++)
        {
            if (Try(new((int)ImageDamage.None, files[i])) != FuzzOutcome.Taken) throw new InvalidDataException($"The file to begin with number {i} is no image.");
        }
    }

    public IReadOnlyList<string> Kinds { get; } =
        ["whole", "bits turned over", "a run of bytes overwritten", "cut off", "two files spliced", "a wrong length", "a wrong width or height", "compressed data damaged", "parts repeated or left out"];

    public FuzzCase Make(long number)
    {
        var (damage, file) = _mutator.Make(number);
        return new((int)damage, file);
    }

    public FuzzOutcome Try(FuzzCase file)
    {
        file.Put(_path);
        var plain = Attempt("Decode", () => ImageDecoder.Decode(_path));
        var content = Attempt("Decode from memory", () => ImageDecoder.Decode(File.ReadAllBytes(_path).AsSpan()));
        var facts = Attempt("Inspect", () => ImageDecoder.Inspect(_path));
        var planes = new byte[PixelImage.Channels * Resized * Resized];
        var resized = Attempt("DecodeResized", () => DecodeResized(planes));
        if ((plain is null) != (content is null) || (plain is null) != (facts is null) || (plain is null) != (resized is null)) throw new FuzzFindingException("One way of decoding refused what another decoded");
        if (plain is null) return FuzzOutcome.Refused;

        using var codec = SKCodec.Create(_path);
        var (width, height) = codec.EncodedOrigin >= SKEncodedOrigin.LeftTop ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        if ((plain.Width, plain.Height) != (width, height)) throw new FuzzFindingException("The image has not the size that the file declares");
        if ((facts!.Width, facts.Height, facts.Turned) != (width, height, codec.EncodedOrigin != SKEncodedOrigin.TopLeft)) throw new FuzzFindingException("The facts are not the file's");
        if (!content!.Planes.Span.SequenceEqual(plain.Planes.Span)) throw new FuzzFindingException("From memory the image has other pixels");
        if (plain.Width * plain.Height <= PixelsToCompare) RequireSame(plain, planes);
        return FuzzOutcome.Taken;
    }

    // Over memory that held something else: a pixel nobody wrote shows.
    private void RequireSame(PixelImage plain, byte[] planes)
    {
        foreach (var value in (byte[])[0, 0xA5, byte.MaxValue])
        {
            Stain(4 * plain.Width * plain.Height, value);
            if (!ImageDecoder.Decode(_path).Planes.Span.SequenceEqual(plain.Planes.Span)) throw new FuzzFindingException("A second decoding gave other pixels");
            var again = new byte[planes.Length];
            Array.Fill(again, value);
            Stain(4 * plain.Width * plain.Height, value);
            DecodeResized(again);
            if (!again.AsSpan().SequenceEqual(planes)) throw new FuzzFindingException("A second decoding gave other resized pixels");
        }
    }

    private static void Stain(int bytes, byte value)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(bytes);
        Array.Fill(buffer, value);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private byte[] DecodeResized(byte[] planes)
    {
        ImageDecoder.DecodeResized(_path, Resized, Resized, planes);
        return planes;
    }

    private static T? Attempt<T>(string name, Func<T> decode)
        where T : class
    {
        try
        {
            return decode();
        }
        catch (ImageDecodeException e)
        {
            var sentence = e.Message.Trim().Length > 0 && e.Message.Length <= LongestSentence && !e.Message.Any(char.IsControl);
            return sentence ? null : throw new FuzzFindingException($"{name} gave a reason that is no short line", e);
        }
        catch (Exception e)
        {
            throw new FuzzFindingException($"{e.GetType().Name} came out of {name}: {e.Message}", e);
        }
    }
}
