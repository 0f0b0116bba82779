using SkiaSharp;

namespace MathSymbols.Data.Synthetic;

/// <summary>One drawn sample, and the bytes of its file.</summary>
internal sealed class SymbolDrawing : IDisposable
{
    private const int JpegQuality = 95;

    private readonly SKBitmap _bitmap;

    private SymbolDrawing(SKBitmap bitmap, Paper paper)
    {
        _bitmap = bitmap;
        Paper = paper;
    }

    public Paper Paper { get; }

    public static SymbolDrawing Create(SymbolTemplate template, int index, int seed)
    {
        var random = new SampleRandom(seed, template.Name, index);
        var paper = Paper.Choose(template.Layout, random);
        var hand = Hand.Sample(template.Layout, paper, random);
        var skeleton = random.Pick(template.Skeletons, s => s.Weight);
        var strokes = Placement.Place(Handwriting.Write(skeleton, hand, random), template.Layout, paper, random);
        return new(Brush.Paint(strokes, paper, hand.Ink), paper);
    }

    /// <summary>The pixels, before any loss by JPEG.</summary>
    public PixelImage ToPixels()
    {
        var pixels = _bitmap.GetPixelSpan();
        var plane = Paper.Width * Paper.Height;
        var planes = new byte[PixelImage.Channels * plane];
        for (var i = 0; i < plane; i++)
        {
            planes[i] = pixels[4 * i];
            planes[plane + i] = pixels[4 * i + 1];
            planes[2 * plane + i] = pixels[4 * i + 2];
        }

        return new(Paper.Width, Paper.Height, planes);
    }

    /// <summary>The file's bytes: PNG or JPEG, as its paper says.</summary>
    public byte[] Encode()
    {
        using var pixels = _bitmap.PeekPixels();
        using var data = Paper.IsPng
            ? pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 1))
            : pixels.Encode(new SKJpegEncoderOptions(JpegQuality));
        return data?.ToArray() ?? throw new InvalidOperationException("SkiaSharp could not encode the image.");
    }

    public void Dispose() => _bitmap.Dispose();
}
