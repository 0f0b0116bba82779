namespace MathSymbols.Data.Audit;

/// <summary>What is wrong, or may be, with a folder of images: copies, labels that contradict each other, what a file gives away beside its picture, marks.</summary>
/// <param name="Images">The folder.</param>
/// <param name="Split">Its split.</param>
/// <param name="Facts">What each file is, one entry an image; null for one that cannot be used.</param>
/// <param name="Failures">The images that cannot be used, by index; they take part in nothing below.</param>
/// <param name="Duplicates">The copies.</param>
/// <param name="FormatAndSize">How far the class can be told without looking at the picture; null when no image can be used.</param>
/// <param name="Marks">Images with marks at the border, by index.</param>
public sealed record DatasetAudit(
    ImageFolder Images, Split Split, IReadOnlyList<ImageFacts?> Facts, IReadOnlyList<ImageFailure> Failures,
    DuplicateGroups Duplicates, FormatAndSize? FormatAndSize, IReadOnlyList<MarkedImage> Marks)
{
    /// <summary>Which part of the split each image belongs to; null for one in none.</summary>
    public IReadOnlyList<Partition?> Partitions { get; } = Split.PartitionOf(Images.Count);

    /// <summary>Labels that may be wrong; null where there were no predictions to tell them by.</summary>
    public LabelErrors? LabelErrors { get; init; }

    /// <summary>Groups of copies that are not all of one class.</summary>
    public IReadOnlyList<DuplicateGroup> Conflicts { get; } = [.. Duplicates.Groups.Where(g => g.Members.Select(i => Images.Files[i].Label).Distinct().Skip(1).Any())];

    /// <summary>Groups of copies that stand in more than one part of the split.</summary>
    public IReadOnlyList<DuplicateGroup> Leaks { get; } = Leaking(Duplicates, Split.PartitionOf(Images.Count));

    /// <summary>Looks at every image, on all cores; the result does not depend on how many there are. Nothing is written.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="split">Its split.</param>
    /// <param name="progress">Told how many images have been decoded, on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DataException">An image changed meanwhile.</exception>
    public static DatasetAudit Run(ImageFolder images, Split split, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(split);
        var (sketches, failures) = ImageWalk.Run(images, ImageSketch.Of, progress, cancellation);
        var duplicates = DuplicateGroups.Of(images.Count, CopyFinder.Find(images, sketches, cancellation));
        ImageFacts?[] facts = [.. sketches.Select(s => s?.Facts)];
        MarkedImage[] marks = [.. sketches.Select((s, i) => new MarkedImage(i, s?.Marks ?? [])).Where(m => m.Marks.Count > 0)];
        return new(images, split, facts, failures, duplicates, FormatAndSize.Of(images, facts), marks);
    }

    private static IReadOnlyList<DuplicateGroup> Leaking(DuplicateGroups duplicates, IReadOnlyList<Partition?> partitions) =>
        [.. duplicates.Groups.Where(g => g.Members.Select(i => partitions[i]).OfType<Partition>().Distinct().Skip(1).Any())];
}
