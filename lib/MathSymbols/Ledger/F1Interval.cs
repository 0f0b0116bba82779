using MathSymbols.Evaluation;

namespace MathSymbols.Ledger;

/// <summary>
/// How far a class's F1 may lie from the true one. F1 = 2TP / (2TP + FP + FN) is no share of images, but J = TP / (TP + FP + FN), Jaccard's index, is one: of the images that are of
/// the class or taken for it. Dividing numerator and denominator of F1 by TP + FP + FN gives F1 = 2J / (1 + J), which grows with J; so the ends of J's interval give those of F1's.
/// </summary>
internal static class F1Interval
{
    /// <summary>The 95 % interval.</summary>
    /// <param name="right">Images of the class taken for it, TP.</param>
    /// <param name="either">Images of the class or taken for it, TP + FP + FN, at least 1.</param>
    public static Interval Of(long right, long either)
    {
        var jaccard = WilsonInterval.Of(right, either);
        return new(F1(jaccard.Low), F1(jaccard.High));
    }

    private static double F1(double jaccard) => 2 * jaccard / (1 + jaccard);
}
