namespace MathSymbols.Data;

/// <summary>How images differ from the known dataset.</summary>
/// <param name="Images">How many there are.</param>
/// <param name="Classes">How many classes there are.</param>
/// <param name="Differences">The classes whose number of images is another, missing and additional ones among them; ordinal order.</param>
/// <param name="Fingerprint">The content's fingerprint.</param>
public sealed record DatasetComparison(int Images, int Classes, IReadOnlyList<ClassDifference> Differences, string Fingerprint)
{
    /// <summary>True when each image is the known one, byte for byte.</summary>
    public bool IsKnown => Fingerprint == KnownDataset.Fingerprint;

    /// <summary>The comparison in sentences, fit to be shown line by line.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        Differences.Count == 0
            ? $"{Images} images in {Classes} classes, as many of each as the known dataset has."
            : $"{Images} images in {Classes} classes; the known dataset has {KnownDataset.Images} in {KnownDataset.Classes.Count}.",
        .. Differences.Select(d => $"The class {d}."),
        IsKnown
            ? "The content is that of the committed records."
            : $"The content is not that of the committed records (its fingerprint is {Fingerprint[..8]}…, theirs {KnownDataset.Fingerprint[..8]}…): results will differ from theirs.",
    ];
}
