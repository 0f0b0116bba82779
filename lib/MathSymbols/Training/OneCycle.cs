using System.Globalization;

namespace MathSymbols.Training;

/// <summary>One cycle: the learning rate rises in a straight line to its peak, then falls along half a cosine to almost nothing (after Smith and Topin, "Super-Convergence", 2017, whose cycle is straight on both sides).</summary>
/// <param name="Peak">The highest learning rate, above 0.</param>
public sealed record OneCycle(double Peak) : ILearningRateSchedule
{
    // The first as in torch's OneCycleLR; the rest was chosen here.
    private const double StartDivisor = 25;
    private const double EndDivisor = 2000;

    /// <summary>The share of all steps in which it rises.</summary>
    public const double Rise = 0.25;

    /// <inheritdoc/>
    public double At(long index, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(count, index);
        var time = (double)index / count;
        var (start, end) = (Peak / StartDivisor, Peak / EndDivisor);
        return time < Rise
            ? start + (Peak - start) * time / Rise
            : end + (Peak - end) * (1 + Math.Cos(Math.PI * (time - Rise) / (1 - Rise))) / 2;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"one cycle to {Peak}");
}
