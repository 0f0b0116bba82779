namespace MathSymbols.Evaluation.Parts;

/// <summary>The accuracy on a part of the images.</summary>
/// <param name="Name">What the part is, for a person.</param>
/// <param name="Correct">Images classified correctly, 0 to <paramref name="Count"/>.</param>
/// <param name="Count">How many images; may be 0.</param>
public sealed record PartAccuracy(string Name, long Correct, long Count)
{
    /// <summary>Share classified correctly, 0 to 1; NaN where there is no image.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>The accuracy's 95 % interval, see <see cref="WilsonInterval"/>; null where there is no image.</summary>
    public Interval? Interval => Count > 0 ? WilsonInterval.Of(Correct, Count) : null;

    /// <summary>Counts over some predictions.</summary>
    /// <param name="name">What the part is.</param>
    /// <param name="images">May be none.</param>
    public static PartAccuracy Of(string name, IReadOnlyCollection<IPrediction> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return new(name, images.Count(i => i.IsRight()), images.Count);
    }
}
