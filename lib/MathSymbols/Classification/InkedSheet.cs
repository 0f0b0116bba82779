using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>A drawing with its paper and its ink told apart.</summary>
/// <param name="Image">The drawing.</param>
/// <param name="Paper">The paper under it.</param>
/// <param name="Ink">Which pixels are ink.</param>
internal sealed record InkedSheet(PixelImage Image, PaperSurface Paper, InkMask Ink)
{
    // Green, in which an eye and most sensors see the most.
    private const int Channel = 1;

    /// <summary>A drawing, or its negative where its ink is lighter than its paper: chalk on a blackboard becomes ink on a sheet.</summary>
    public static InkedSheet DarkOnLight(PixelImage image)
    {
        var sheet = Of(image);
        if (!MayBeLightOnDark(image)) return sheet;
        var negative = Of(image.Negative());
        var (ink, light) = (sheet.Ink.Pixels, negative.Ink.Pixels);
        return light > 0 && (ink == 0 || light < ink) ? negative : sheet;
    }

    private static InkedSheet Of(PixelImage image)
    {
        var paper = PaperSurface.Fit(image);
        return new(image, paper, InkMask.Of(image, paper));
    }

    // Most of a sheet is paper, so the paper is in the middle of all values. A sheet half in the shadow can look so as well; then the reading with less ink decides.
    private static bool MayBeLightOnDark(PixelImage image)
    {
        var values = image.Planes.Span.Slice(Channel * image.Width * image.Height, image.Width * image.Height);
        var (darkest, median, lightest) = (Quantile.Of(values, 0), Quantile.Of(values, 0.5), Quantile.Of(values, 1));
        return lightest - median > median - darkest;
    }
}
