using MathSymbols.Data.Audit;

namespace MathSymbols.Data.Folds;

/// <summary>A folder of images split for k-fold cross-validation: each image is for test once, and copies of an image are never in two parts of one split.</summary>
/// <param name="Images">The folder.</param>
/// <param name="Duplicates">The copies that were kept together.</param>
/// <param name="Failures">The images that will not load, by index; they are dealt out like the others, but not known to be copies.</param>
/// <param name="Splits">One split a fold.</param>
public sealed record GroupedFolds(ImageFolder Images, DuplicateGroups Duplicates, IReadOnlyList<ImageFailure> Failures, IReadOnlyList<Split> Splits)
{
    /// <summary>How many folds are made where nothing else is asked for.</summary>
    public const int DefaultCount = 5;

    /// <summary>The share of a split's images that are not for test which is held out for validation.</summary>
    public const double ValidationShare = 1.0 / 8;

    /// <summary>Looks for the copies, on all cores, and deals the images out; the same for the same images, count and seed. Nothing is written.</summary>
    /// <param name="images">The folder; it must not be split already.</param>
    /// <param name="count">How many folds, at least 2, and no more than the smallest class has images.</param>
    /// <param name="seed">Seeds the dealing, 0 or more.</param>
    /// <param name="progress">Told how many images have been looked at, on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DataException">The folder is split already or has too few images, or an image changed meanwhile.</exception>
    public static GroupedFolds Of(ImageFolder images, int count = DefaultCount, int seed = Split.OriginalSeed, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        Require(images, count);
        var (sketches, failures) = ImageWalk.Run(images, ImageSketch.Of, progress, cancellation);
        var duplicates = DuplicateGroups.Of(images.Count, CopyFinder.Find(images, sketches, cancellation));
        var splits = Deal([.. images.Files.Select(f => f.Label)], duplicates, count, seed);
        if (splits.Any(s => s.Validation.Count == 0)) throw new DataException($"'{images.Root}' has too few images of each class for {count} folds with a validation part each: add images, or take fewer folds.");
        return new(images, duplicates, failures, splits);
    }

    /// <summary>The splits of labels and groups.</summary>
    internal static IReadOnlyList<Split> Deal(IReadOnlyList<int> labels, DuplicateGroups duplicates, int count, int seed)
    {
        var folds = GroupedDeal.Of(labels, Units(duplicates, [.. Enumerable.Range(0, labels.Count)]), [.. Enumerable.Repeat(1.0 / count, count)], seed);
        return [.. Enumerable.Range(0, count).Select(Fold)];

        Split Fold(int fold)
        {
            int[] Of(bool test) => [.. Enumerable.Range(0, labels.Count).Where(i => (folds[i] == fold) == test)];
            var rest = Of(test: false);
            var held = GroupedDeal.Of([.. rest.Select(i => labels[i])], Units(duplicates, rest), [1 - ValidationShare, ValidationShare], seed);
            return new($"fold {fold + 1} of {count}, copies kept together, seed {seed}", [.. rest.Where((_, i) => held[i] == 0)], [.. rest.Where((_, i) => held[i] == 1)], Of(test: true));
        }
    }

    // Places in a list of images: what is one image and its copies.
    private static IReadOnlyList<IReadOnlyList<int>> Units(DuplicateGroups duplicates, int[] images) =>
        [.. Enumerable.Range(0, images.Length).GroupBy(i => duplicates.GroupOf(images[i]) ?? ~images[i]).Select(g => g.ToArray())];

    private static void Require(ImageFolder images, int count)
    {
        if (images.Files.Any(f => f.Given is not null)) throw new DataException($"'{images.Root}' is split into train and test already: name the folder before it was split.");
        var (label, least) = images.Files.CountBy(f => f.Label).MinBy(c => c.Value);
        if (least < count) throw new DataException($"The class '{images.ClassNames[label]}' has only {ClassCount.InWords(least)}, too few for {count} folds: take fewer folds.");
    }
}
