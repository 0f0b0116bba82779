using System.Numerics;
using MathSymbols.Data;
using MathSymbols.Data.Synthetic;

namespace MathSymbols.Evaluation.Robustness.Perturbing;

/// <summary>
/// Moved by a share of the side, in a direction that is drawn for each image; to the other side, or up instead of down, where the strongest step leaves more ink on the sheet then: a point beside the border
/// does not vanish. By whole pixels, so that nothing else changes.
/// </summary>
internal sealed class Shift() : Perturbation<double>("shift", [("5 %", 0.05), ("10 %", 0.1), ("15 %", 0.15), ("20 %", Strongest)])
{
    private const double Strongest = 0.2;

    internal override PixelImage Change(PixelImage image, double strength, SampleRandom random)
    {
        var (sin, cos) = Math.SinCos(random.Uniform(0, 2 * Math.PI));
        var (x, y) = Pixels(Strongest);
        if (Left(image, -x, 0) > Left(image, x, 0)) cos = -cos;
        if (Left(image, 0, -y) > Left(image, 0, y)) sin = -sin;
        (x, y) = Pixels(strength);
        return PaperWarp.Of(image, Matrix3x2.CreateTranslation(x, y));

        (int X, int Y) Pixels(double share) => ((int)Math.Round(share * Side(image) * cos), (int)Math.Round(share * Side(image) * sin));
    }

    // How much darkness stays on the sheet, over all channels.
    private static long Left(PixelImage image, int x, int y)
    {
        var sum = 0L;
        for (var row = 0; row < PixelImage.Channels * image.Height; row++)
        {
            if (row % image.Height + y is var target && (target < 0 || target >= image.Height)) continue;
            foreach (var value in image.Planes.Span.Slice(row * image.Width, image.Width)[Math.Clamp(-x, 0, image.Width)..Math.Clamp(image.Width - x, 0, image.Width)]) sum += byte.MaxValue - value;
        }

        return sum;
    }
}
