using MathSymbols.Storage;

namespace MathSymbols.Data.Audit;

/// <summary>Finds the copies among images: by their hashes, and those that are stored with loss, moved or scaled by their drawings.</summary>
internal static class CopyFinder
{
    /// <summary>All pairs of copies, by their indices; of images that are the same, each with the first of them only.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="sketches">One entry an image; null for one that cannot be used.</param>
    /// <param name="cancellation">Ends it.</param>
    public static IReadOnlyList<CopyPair> Find(ImageFolder images, IReadOnlyList<ImageSketch?> sketches, CancellationToken cancellation)
    {
        var usable = Enumerable.Range(0, sketches.Count).Where(i => sketches[i] is not null).ToList();
        var same = usable.GroupBy(i => sketches[i]!.PixelHash).Select(g => g.ToArray()).ToList();
        var pairs = same.SelectMany(g => SamePixels(g, sketches)).ToList();
        int[] first = [.. same.Select(g => g[0]).Where(i => sketches[i]!.Drawings.Count > 0).Order()];
        var near = new List<CopyPair>[first.Length];
        Parallel.For(0, first.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, n => near[n] = Near(images, sketches, first, n));
        return [.. pairs.Concat(near.SelectMany(p => p)).OrderBy(p => p.First).ThenBy(p => p.Second)];
    }

    // A file that is the same as an earlier one byte for byte goes with that one; others with the first of the group.
    private static IEnumerable<CopyPair> SamePixels(int[] group, IReadOnlyList<ImageSketch?> sketches)
    {
        var byBytes = group.GroupBy(i => sketches[i]!.ContentHash).Select(g => g.ToArray()).ToList();
        var bytes = byBytes.SelectMany(g => g.Skip(1).Select(i => new CopyPair(g[0], i, CopyKind.SameBytes, Likeness.Same)));
        return bytes.Concat(byBytes.Skip(1).Select(g => new CopyPair(group[0], g[0], CopyKind.SamePixels, Likeness.Same)));
    }

    private static List<CopyPair> Near(ImageFolder images, IReadOnlyList<ImageSketch?> sketches, int[] candidates, int n)
    {
        var pairs = new List<CopyPair>();
        var index = candidates[n];
        ContrastPlane? own = null;
        foreach (var other in candidates.AsSpan(n + 1))
        {
            if (!ImageSketch.MayBeCopies(sketches[index]!, sketches[other]!)) continue;
            var second = Load(images, other);
            var likeness = CopyTest.Compare(own ??= Load(images, index), second);
            if (CopyTest.IsCopy(likeness, own, second)) pairs.Add(new(index, other, CopyKind.Near, likeness));
        }

        return pairs;
    }

    private static ContrastPlane Load(ImageFolder images, int index)
    {
        try
        {
            return ImageDecoder.Read(images.FullPath(images.Files[index]), 0, static (image, _) => ContrastPlane.Of(image));
        }
        catch (ImageDecodeException e)
        {
            throw new DataException($"'{Printable.Of(images.FullPath(images.Files[index]))}' loaded a moment ago and does no more ({e.Message}): run the audit again when nothing changes the images.", e);
        }
    }
}
