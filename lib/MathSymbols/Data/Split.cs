using System.Globalization;
using MathSymbols.Data.Random;

namespace MathSymbols.Data;

/// <summary>Which images are for training, validation and test, as indices into <see cref="ImageFolder.Files"/>.</summary>
/// <param name="Name">How the split came about, for a person.</param>
/// <param name="Train">Indices of the training images.</param>
/// <param name="Validation">Indices of the validation images; may be empty.</param>
/// <param name="Test">Indices of the test images; may be empty.</param>
public sealed record Split(string Name, IReadOnlyList<int> Train, IReadOnlyList<int> Validation, IReadOnlyList<int> Test)
{
    /// <summary>The name under which a person asks for the report's split.</summary>
    public const string OriginalName = "original";

    /// <summary>The seed of the report's split.</summary>
    public const int OriginalSeed = 1001;

    /// <summary>The share of the training images that the report holds out for validation.</summary>
    public const double OriginalValidation = 0.25;

    /// <summary>The split a person asked for: the report's, one by another seed, or one from a file.</summary>
    /// <param name="images">The images.</param>
    /// <param name="wanted">original, a seed, or the path of a manifest (see <see cref="SplitManifest"/>).</param>
    /// <exception cref="DataException">No such manifest, or one that does not fit the images, or the folder is split already.</exception>
    public static Split Open(ImageFolder images, string wanted)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentException.ThrowIfNullOrEmpty(wanted);
        var original = wanted.Equals(OriginalName, StringComparison.OrdinalIgnoreCase);
        if (images.Files.Any(f => f.Given is not null))
            return original ? FromFolders(images) : throw new DataException($"'{images.Root}' is split into train and test already, so the split '{wanted}' cannot be used: leave it out, or name the folder before it was split.");
        if (original) return SplitFolders(images).WithKerasValidation();
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            return SplitFolders(images, seed).WithKerasValidation(seed: seed);
        var manifest = SplitManifest.Read(images, wanted);
        return manifest.Validation.Count > 0 ? manifest : manifest.WithKerasValidation();
    }

    /// <summary>
    /// What the Python package split-folders makes of the images: per class, names sorted without regard to case, shuffled by CPython's
    /// <c>random.seed(seed)</c>, then cut at int(share · n). The images left over by both shares are for test.
    /// </summary>
    /// <param name="images">The images.</param>
    /// <param name="seed">0 to 2³¹−1; the report's is 1001.</param>
    /// <param name="train">Share for training, 0 to 1.</param>
    /// <param name="validation">Share for validation, 0 to 1; the report takes none here.</param>
    /// <param name="test">Share for test, 0 to 1; the three make 1.</param>
    /// <exception cref="ArgumentException">A share is outside 0…1, or they do not make 1.</exception>
    public static Split SplitFolders(ImageFolder images, int seed = OriginalSeed, double train = 0.9, double validation = 0, double test = 0.1)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        if (train is < 0 or > 1 || validation is < 0 or > 1 || test is < 0 or > 1 || Math.Abs(train + validation + test - 1) > 1e-9)
            throw new ArgumentException(FormattableString.Invariant($"The shares {train}, {validation} and {test} must each be within 0 and 1 and make 1."));

        var parts = new List<int>[] { [], [], [] };
        foreach (var group in Enumerable.Range(0, images.Count).GroupBy(i => images.Files[i].Label))
        {
            var indices = group.OrderBy(i => images.Files[i].Name.ToLowerInvariant(), StringComparer.Ordinal).ToList();
            Shuffle.Python(indices, seed);
            var trainEnd = (int)(train * indices.Count);
            var validationEnd = trainEnd + (int)(validation * indices.Count);
            parts[0].AddRange(indices[..trainEnd]);
            parts[1].AddRange(indices[trainEnd..validationEnd]);
            parts[2].AddRange(indices[validationEnd..]);
        }

        return new($"split-folders, seed {seed}", Sorted(parts[0]), Sorted(parts[1]), Sorted(parts[2]));
    }

    /// <summary>
    /// Holds out a part of the training images as Keras' image_dataset_from_directory does: the sorted paths shuffled by numpy's
    /// <c>RandomState(seed)</c>, the last int(share · n) for validation. Both parts keep the
    /// shuffled order; images that were for validation already stay so.
    /// </summary>
    /// <param name="share">Share of the training images, 0 to 1.</param>
    /// <param name="seed">0 to 2³¹−1; the report's is 1001.</param>
    public Split WithKerasValidation(double share = OriginalValidation, int seed = OriginalSeed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var indices = Sorted(Train).ToList();
        Shuffle.Numpy(indices, seed);
        var cut = indices.Count - (int)(share * indices.Count);
        return this with
        {
            Name = FormattableString.Invariant($"{Name}; {share:0.##} of train for validation, as Keras takes it, seed {seed}"),
            Train = indices[..cut],
            Validation = [.. Validation, .. indices[cut..]],
        };
    }

    /// <summary>Which part each image belongs to; null for one in none.</summary>
    /// <param name="count">How many images the folder has.</param>
    public IReadOnlyList<Partition?> PartitionOf(int count)
    {
        var parts = new Partition?[count];
        foreach (var i in Train) parts[i] = Partition.Train;
        foreach (var i in Validation) parts[i] = Partition.Validation;
        foreach (var i in Test) parts[i] = Partition.Test;
        return parts;
    }

    private static Split FromFolders(ImageFolder images)
    {
        int[] Of(Partition partition) => [.. Enumerable.Range(0, images.Count).Where(i => images.Files[i].Given == partition)];
        var split = new Split("the folder's own train and test", Of(Partition.Train), Of(Partition.Validation), Of(Partition.Test));
        return split.Validation.Count > 0 ? split : split.WithKerasValidation();
    }

    // The files are listed by class and ordinal name, so ascending indices are the sorted paths.
    private static List<int> Sorted(IReadOnlyList<int> indices) => [.. indices.Order()];
}
