namespace MathSymbols.Data;

/// <summary>How images differ from the known dataset.</summary>
/// <param name="Classes">Each class that is there or is known, in ordinal order.</param>
/// <param name="Fingerprint">The content's fingerprint.</param>
public sealed record DatasetComparison(IReadOnlyList<ClassCount> Classes, string Fingerprint)
{
    // A folder of anything may have thousands; nobody reads so many.
    private const int MostNamed = 40;

    /// <summary>True when each image is the known one, byte for byte.</summary>
    public bool IsKnown => Fingerprint == KnownDataset.Fingerprint;

    /// <summary>The classes whose number of images is another, missing and additional ones among them.</summary>
    public IEnumerable<ClassCount> Differences => Classes.Where(c => !c.IsKnown);

    /// <summary>How many images each class has, as a sentence fit to be shown.</summary>
    public string Counts => $"{string.Join(", ", Shortened(There, c => c.Count))}.";

    /// <summary>The comparison: sentences fit to be shown, one a line.</summary>
    public IReadOnlyList<string> Sentences => IsAnother
        ?
        [
            $"{Size}.",
            $"This is another dataset than that of the committed records, which has {KnownDataset.Images} images in {KnownDataset.Classes.Count} classes: results cannot be compared with theirs.",
        ]
        :
        [
            $"{Size}{(Differences.Any() ? $"; the known dataset has {KnownDataset.Images} in {KnownDataset.Classes.Count}" : ", as many of each as the known dataset has")}.",
            .. Shortened(Differences, c => $"The class {c.Difference}.", "other classes differ."),
            IsKnown
                ? "The content is that of the committed records."
                : $"The content is not that of the committed records (its fingerprint is {Fingerprint[..8]}…, theirs {KnownDataset.Fingerprint[..8]}…): results will differ from theirs.",
        ];

    // A list of all that differs would be a list of everything.
    private bool IsAnother => !KnownDataset.Resembles(There.Select(c => c.Name));

    private string Size => $"{ClassCount.InWords(There.Sum(c => c.Images))} in {(There.Count() == 1 ? "1 class" : $"{There.Count()} classes")}";

    private IEnumerable<ClassCount> There => Classes.Where(c => c.Images > 0);

    private static IEnumerable<string> Shortened(IEnumerable<ClassCount> classes, Func<ClassCount, string> text, string others = "others") =>
        [.. classes.Take(MostNamed).Select(text), .. classes.Skip(MostNamed).Any() ? (string[])[$"{classes.Count() - MostNamed} {others}"] : []];
}
