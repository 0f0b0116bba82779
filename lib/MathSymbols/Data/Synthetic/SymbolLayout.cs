namespace MathSymbols.Data.Synthetic;

/// <summary>How large and where a class is usually written. Fractions are of the image's height (sizes) or of its side (centres).</summary>
/// <param name="PngShare">Share of samples that are 400 × 400 PNG files, 0 to 1; the rest are small JPEG files.</param>
/// <param name="JpegSize">Typical length of the skeleton's unit on the small image.</param>
/// <param name="PngSize">Typical length of the skeleton's unit on the large image.</param>
/// <param name="CenterX">Usual centre of the ink, from the left.</param>
/// <param name="CenterY">Usual centre of the ink, from the top.</param>
/// <param name="MaxPen">The thickest pen, in skeleton units, that leaves the symbol readable.</param>
internal sealed record SymbolLayout(
    double PngShare,
    double JpegSize = 0.54,
    double PngSize = 0.6,
    double CenterX = 0.52,
    double CenterY = 0.51,
    double MaxPen = 0.15);
