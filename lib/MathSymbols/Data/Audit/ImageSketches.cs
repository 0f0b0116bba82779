namespace MathSymbols.Data.Audit;

/// <summary>Goes through a folder's images once.</summary>
internal static class ImageSketches
{
    /// <summary>Reads and decodes every image on all cores; of none more is kept than its sketch.</summary>
    /// <returns>One sketch an image, null for one that cannot be used; and those that cannot, by index.</returns>
    public static (IReadOnlyList<ImageSketch?> Sketches, IReadOnlyList<ImageFailure> Failures) Of(ImageFolder images, IProgress<int>? progress, CancellationToken cancellation)
    {
        var sketches = new ImageSketch?[images.Count];
        var failures = new List<ImageFailure>();
        var done = 0;
        Parallel.For(0, images.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            try
            {
                images.Files[i].RequireName();
                sketches[i] = ImageSketch.Of(images.FullPath(images.Files[i]));
            }
            catch (ImageDecodeException e)
            {
                lock (failures) failures.Add(new(i, images.Files[i].Path, e.Message));
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        return (sketches, [.. failures.OrderBy(f => f.Index)]);
    }
}
