using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Classification;

/// <summary>Measures how a classifier's accuracy falls when test images are changed in fixed steps. It looks at them as it does at any image; see <see cref="SymbolClassifier.Looks"/>.</summary>
public static class ClassifierRobustness
{
    /// <summary>The test images that are looked at.</summary>
    /// <param name="data">The images and their split.</param>
    /// <param name="sample">How many at most, evenly drawn from the classes; null for all.</param>
    /// <param name="seed">Seeds the draw.</param>
    public static IReadOnlyList<int> Indices(SplitImages data, int? sample, int seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        return sample is { } count ? StratifiedSubset.Draw(data.Images, data.Split.Test, count, seed) : data.Split.Test;
    }

    /// <summary>Measures a classifier.</summary>
    /// <param name="classifier">The classifier.</param>
    /// <param name="data">The images and their split.</param>
    /// <param name="settings">Seed and work folder.</param>
    /// <param name="device">Where the classifier computes.</param>
    /// <param name="sample">How many test images at most, evenly drawn from the classes; null for all.</param>
    /// <param name="perturbations">What is done to them; null for <see cref="Perturbations.All"/>.</param>
    /// <param name="progress">Told how many images have been classified, of <see cref="RobustnessTest.Passes"/> times <see cref="Indices"/>.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    /// <exception cref="DataException">There is no test image, none can be decoded, or the classifier does not know the class of one.</exception>
    /// <exception cref="ClassifierException">A probability is no number.</exception>
    public static RobustnessResult Measure(
        SymbolClassifier classifier, SplitImages data, Settings settings, TorchDevice device, int? sample = null, IReadOnlyList<IPerturbation>? perturbations = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(device);
        var (images, seed) = (data.Images, settings.Seed);
        var fingerprint = Fingerprint.OfFiles(images.Root, images.Files.Select(f => f.Path), settings.WorkFolder, cancellation);
        var (counts, failures) = RobustnessTest.Run(images, Indices(data, sample, seed), classifier.Labels, Classify, perturbations ?? Perturbations.All, seed, progress, cancellation);
        var subject = new RobustnessSubject($"{classifier.Description}", data.Source.Name, fingerprint, data.Split.Name, sample, seed, device.Description, device.Threads);
        return new(subject, counts, [.. failures.Select(f => f.Shown)]);

        IReadOnlyList<IReadOnlyList<float>> Classify(IReadOnlyList<PixelImage> batch, CancellationToken stop) => [.. classifier.Read(batch, stop).Select(p => p.Probabilities)];
    }
}
