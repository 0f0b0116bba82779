namespace MathSymbols.Data.Audit;

/// <summary>Something at an image's border that does not belong to what is drawn: a cut-off line, a stroke of a neighbour, a scanner's edge.</summary>
/// <param name="Edge">The edge that it is nearest to.</param>
/// <param name="Pixels">How many pixels it covers, of the image at most 1,023 pixels long.</param>
/// <param name="Share">The same as a share of what is drawn, 0 to 1.</param>
public sealed record BorderMark(ImageEdge Edge, int Pixels, double Share);
