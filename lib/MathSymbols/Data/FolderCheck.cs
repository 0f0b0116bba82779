namespace MathSymbols.Data;

/// <summary>What a folder of images holds, every one decoded in full.</summary>
/// <param name="Images">The folder.</param>
/// <param name="Facts">One entry an image, in the order of <see cref="ImageFolder.Files"/>; null for one that cannot be used.</param>
/// <param name="Failures">The images that cannot be used, by index.</param>
/// <param name="Others">What else is in the class folders; see <see cref="ImageFolder.Others"/>.</param>
public sealed record FolderCheck(ImageFolder Images, IReadOnlyList<ImageFacts?> Facts, IReadOnlyList<ImageFailure> Failures, IReadOnlyList<string> Others)
{
    /// <summary>Decodes every image on all cores; nothing is written.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="progress">Told how many images are done, on whatever thread is at work.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IOException">A class folder has gone or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A class folder may not be read.</exception>
    public static FolderCheck Run(ImageFolder images, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        var facts = new ImageFacts?[images.Count];
        var failures = new List<ImageFailure>();
        var done = 0;
        Parallel.For(0, images.Count, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            try
            {
                images.Files[i].RequireName();
                facts[i] = ImageDecoder.Inspect(images.FullPath(images.Files[i]));
            }
            catch (ImageDecodeException e)
            {
                lock (failures) failures.Add(new(i, images.Files[i].Path, e.Message));
            }

            progress?.Report(Interlocked.Increment(ref done));
        });
        return new(images, facts, [.. failures.OrderBy(f => f.Index)], images.Others());
    }
}
