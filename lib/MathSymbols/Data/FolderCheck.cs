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
        var (facts, failures) = ImageWalk.Run(images, ImageDecoder.Inspect, progress, cancellation);
        return new(images, facts, failures, images.Others());
    }
}
