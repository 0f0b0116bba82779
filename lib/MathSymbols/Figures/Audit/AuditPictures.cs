using MathSymbols.Data;
using MathSymbols.Data.Audit;
using MathSymbols.Storage;

namespace MathSymbols.Figures.Audit;

/// <summary>An audit's images as cells of a grid: path and class under each.</summary>
internal static class AuditPictures
{
    // An image that loads no more since it was looked at is a grey pixel.
    private static readonly PixelImage Gone = new(1, 1, [128, 128, 128]);

    /// <summary>One image, its class under it.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="index">The image.</param>
    /// <param name="more">What else stands under it.</param>
    /// <param name="tone">How the frame is coloured.</param>
    public static GridCell Cell(DatasetAudit audit, int index, string more, GridTone tone = GridTone.Plain) =>
        CellOf(audit, index, $"{Printable.Of(audit.Images.ClassNames[audit.Images.Files[index].Label])}, {more}", tone);

    /// <summary>One image.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="index">The image.</param>
    /// <param name="below">What stands under it besides its path.</param>
    /// <param name="tone">How the frame is coloured.</param>
    public static GridCell CellOf(DatasetAudit audit, int index, string below, GridTone tone = GridTone.Plain)
    {
        var file = audit.Images.Files[index];
        return new(Load(audit.Images, file), Printable.Of(file.Path), below, tone);
    }

    /// <summary>The part of the split in a word.</summary>
    public static string Part(Partition? part) => part?.ToString().ToLowerInvariant() ?? "no part";

    private static PixelImage Load(ImageFolder images, ImageFile file)
    {
        try
        {
            return ImageDecoder.Decode(images.FullPath(file));
        }
        catch (ImageDecodeException)
        {
            return Gone;
        }
    }
}
