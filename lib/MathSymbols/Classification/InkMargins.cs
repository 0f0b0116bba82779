using MathSymbols.Data;

namespace MathSymbols.Classification;

/// <summary>How the ink sits in the training images.</summary>
/// <param name="Share">The longer side of the ink's box as a share of the image's, 0.02 to 1: the median over training images.</param>
/// <param name="Thickness">The diameter of the largest disc within the ink as a share of the image's side, 0.02 to 1: more than that have 5 % of the training images only. It keeps a dot a dot.</param>
public sealed record InkMargins(double Share, double Thickness)
{
    // So many are near enough, and looked at in a second or two.
    private const int Sample = 380;

    private const double ThicknessQuantile = 0.95;

    /// <summary>The least that either can be: less would make a speck of the ink, in a square of many times the image.</summary>
    internal const double Least = 0.02;

    /// <summary>Measures training images, evenly drawn from the classes, as they are on the disk.</summary>
    /// <param name="data">The images; those for validation and test are not looked at.</param>
    /// <param name="cancellation">Ends the measuring.</param>
    /// <exception cref="DataException">No training image has any ink.</exception>
    public static InkMargins Of(Dataset data, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (shares, thicknesses) = (new List<double>(), new List<double>());
        foreach (var index in data.Pixels.Usable(data.TrainIndices(Sample)))
        {
            cancellation.ThrowIfCancellationRequested();
            var image = ImageDecoder.Decode(data.Images.FullPath(data.Images.Files[index]));
            var mask = InkMask.Of(image, PaperSurface.Fit(image));
            if (mask.Box() is not { } ink) continue;
            shares.Add(Math.Max((double)ink.Width / image.Width, (double)ink.Height / image.Height));
            thicknesses.Add(Math.Min(1, mask.Thickness() / Math.Sqrt((double)image.Width * image.Height)));
        }

        if (shares.Count == 0) throw new DataException($"None of the training images in '{data.Images.Root}' has any ink: they are blank, or white on black.");
        return new(Math.Max(Least, Quantile(shares, 0.5)), Math.Max(Least, Quantile(thicknesses, ThicknessQuantile)));
    }

    private static double Quantile(List<double> values, double quantile) => values.Order().ElementAt((int)(quantile * (values.Count - 1)));
}
