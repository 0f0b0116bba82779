using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>One image of someone's own. It is decoded when it is asked for: a folder of photographs need not fit into memory.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Truth">Its class; null when it is not known.</param>
public sealed record OwnImage(string Path, string? Truth)
{
    private const int PreviewSide = 192;

    /// <summary>Its name in the folder.</summary>
    public string File => System.IO.Path.GetFileName(Path);

    /// <summary>The image, upright.</summary>
    /// <exception cref="ImageDecodeException">It has gone since the folder was read.</exception>
    public PixelImage Decode() => ImageDecoder.Decode(Path);

    /// <summary>The image made small, for a page.</summary>
    /// <exception cref="ImageDecodeException">It has gone since the folder was read.</exception>
    public PixelImage Preview() => Decode().Shrink(PreviewSide);
}
