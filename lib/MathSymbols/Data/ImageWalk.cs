namespace MathSymbols.Data;

/// <summary>Goes through all images of a folder once, on all cores.</summary>
internal static class ImageWalk
{
    /// <summary>Has something made of each image.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="read">Makes it of an image's full path; what cannot be used throws an <see cref="ImageDecodeException"/>.</param>
    /// <param name="progress">Told how many images are done, on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>One entry an image, in the order of <see cref="ImageFolder.Files"/>, null for one that cannot be used; and those that cannot, by index.</returns>
    public static (IReadOnlyList<T?> Made, IReadOnlyList<ImageFailure> Failures) Run<T>(ImageFolder images, Func<string, T> read, IProgress<int>? progress, CancellationToken cancellation)
        where T : class
    {
        var made = new T?[images.Count];
        var failures = new List<ImageFailure>();
        var done = 0;
        Parallel.For(0, images.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var file = images.Files[i];
            try
            {
                file.RequireName();
                made[i] = read(images.FullPath(file));
            }
            catch (ImageDecodeException e)
            {
                lock (failures) failures.Add(new(i, file.Path, e.Message));
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        return (made, [.. failures.OrderBy(f => f.Index)]);
    }
}
