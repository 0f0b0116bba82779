namespace MathSymbols.Data.Audit;

/// <summary>What the audit keeps of an image: some 1.5 kB, whatever its size.</summary>
/// <param name="Facts">What the file is.</param>
/// <param name="ContentHash">SHA-256 of the file's bytes, 64 hexadecimal digits.</param>
/// <param name="PixelHash">See <see cref="Audit.PixelHash"/>.</param>
/// <param name="Drawings">What is drawn, in small: without marks at the border, and, where it has such, with them. Empty when nothing is.</param>
/// <param name="Marks">Marks at the border.</param>
internal sealed record ImageSketch(ImageFacts Facts, string ContentHash, string PixelHash, IReadOnlyList<DrawingSketch> Drawings, IReadOnlyList<BorderMark> Marks)
{
    /// <summary>Reads and decodes an image.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ImageDecodeException">It cannot be read or decoded.</exception>
    public static ImageSketch Of(string path)
    {
        Span<byte> hash = stackalloc byte[Storage.ContentHash.Length];
        var sketch = ImageDecoder.Read(path, 0, static (image, _) => Of(image), hash);
        return sketch with { ContentHash = Convert.ToHexStringLower(hash) };
    }

    /// <summary>Whether two images may be copies, from what is kept of them.</summary>
    public static bool MayBeCopies(ImageSketch a, ImageSketch b)
    {
        foreach (var first in a.Drawings)
        {
            foreach (var second in b.Drawings)
            {
                if (DrawingSketch.Resemble(first, second)) return true;
            }
        }

        return false;
    }

    private static ImageSketch Of(RgbaImage image)
    {
        var plane = ContrastPlane.Of(image);
        var marks = BorderMarks.Of(plane);
        ContrastPlane[] planes = marks.Found.Count == 0 ? [plane] : [marks.Rest, plane];
        return new(image.Facts, "", Audit.PixelHash.Of(image), [.. planes.Select(DrawingSketch.Of).OfType<DrawingSketch>()], marks.Found);
    }
}
