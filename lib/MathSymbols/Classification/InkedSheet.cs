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

    // As a share of the sheet: where more seems to be ink, ink and paper have changed places.
    private const double MostInk = 0.4;

    // Chalk outweighs the specks around it by far; the light part of a shaded sheet hardly outweighs the ink.
    private const double MuchMore = 4;

    // As a share of the sheet: a gleam or a stain, which says nothing about ink.
    private const double Speck = 0.001;

    /// <summary>A drawing, or its negative where its ink is lighter than its paper: chalk on a blackboard becomes ink on a sheet.</summary>
    public static InkedSheet DarkOnLight(PixelImage image)
    {
        var sheet = Of(image);
        if (!MayBeLightOnDark(image)) return sheet;
        var negative = Of(image.Negative());
        return negative.IsPlausible && (!sheet.IsPlausible || negative.Ink.Mass > MuchMore * sheet.Ink.Mass) ? negative : sheet;
    }

    private bool IsPlausible => Ink.Pixels > 0 && Ink.Pixels <= MostInk * Image.Width * Image.Height;

    private static InkedSheet Of(PixelImage image)
    {
        var paper = PaperSurface.Fit(image);
        return new(image, paper, InkMask.Of(image, paper));
    }

    // Most of a sheet is paper, so the paper is in the middle of all values. A sheet half in the shadow and one with a gleam on it can look so as well; then that reading counts in which there is far more ink, or else the usual one.
    private static bool MayBeLightOnDark(PixelImage image)
    {
        var values = image.Planes.Span.Slice(Channel * image.Width * image.Height, image.Width * image.Height);
        var (darkest, median, lightest) = (Quantile.Of(values, Speck), Quantile.Of(values, 0.5), Quantile.Of(values, 1 - Speck));
        return lightest - median > median - darkest;
    }
}
