namespace MathSymbols.Evaluation.Robustness;

/// <summary>What was measured, on what, by what.</summary>
/// <param name="Model">What a person calls the classifier, in one line.</param>
/// <param name="Data">What a person calls the images.</param>
/// <param name="Fingerprint">Hash over all the folder's images.</param>
/// <param name="Split">How they were split; the test images are looked at.</param>
/// <param name="Sample">How many of them were asked for, evenly drawn from the classes; null for all.</param>
/// <param name="Seed">Seeds the sample and what is drawn for each image.</param>
/// <param name="Device">The device in one line.</param>
/// <param name="Threads">LibTorch's threads.</param>
public sealed record RobustnessSubject(string Model, string Data, string Fingerprint, string Split, int? Sample, int Seed, string Device, int Threads)
{
    /// <summary>Whether another was measured on the same images, changed alike.</summary>
    /// <param name="other">The other.</param>
    public bool IsComparableTo(RobustnessSubject other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Fingerprint, Split, Sample, Seed) == (other.Fingerprint, other.Split, other.Sample, other.Seed);
    }
}
