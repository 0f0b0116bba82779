using MathSymbols.Data;
using MathSymbols.Evaluation.Robustness.Perturbing;
using MathSymbols.Storage;

namespace MathSymbols.Evaluation.Robustness;

/// <summary>Measures a classifier on images that are changed in fixed steps. A few images are in memory at once, however many there are.</summary>
public static class RobustnessTest
{
    /// <summary>Images are reduced until their longer side is shorter than twice this, before anything is done to them: classifiers see less, and a photograph of a hundred million pixels would be changed for minutes.</summary>
    public const int LargestSide = 512;

    private const int BlockSize = 32;

    /// <summary>How many images a classifier is asked about for one: itself, and each step.</summary>
    /// <param name="perturbations">The perturbations.</param>
    public static int Passes(IReadOnlyList<IPerturbation> perturbations)
    {
        ArgumentNullException.ThrowIfNull(perturbations);
        return 1 + perturbations.Sum(p => p.Steps.Count);
    }

    /// <summary>Counts how many images are classified correctly as they are, and after each step.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="indices">Which of its images.</param>
    /// <param name="labels">The classifier's classes, in the order of its probabilities.</param>
    /// <param name="classify">The classifier; called on this thread.</param>
    /// <param name="perturbations">What is done to the images; at least one.</param>
    /// <param name="seed">Seeds what is drawn for each image.</param>
    /// <param name="progress">Told how many images have been classified, of <see cref="Passes"/> times those asked for.</param>
    /// <param name="cancellation">Ends it before the next batch.</param>
    /// <returns>The counts, and the images that could not be decoded, which count nowhere.</returns>
    /// <exception cref="ArgumentException">The classifier does not answer once an image.</exception>
    /// <exception cref="DataException">There is no image, none can be decoded, or the classifier does not know the class of one.</exception>
    public static (RobustnessCounts Counts, IReadOnlyList<ImageFailure> Failures) Run(
        ImageFolder images, IReadOnlyList<int> indices, IReadOnlyList<string> labels, ImageClassifier classify, IReadOnlyList<IPerturbation> perturbations, int seed,
        IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classify);
        ArgumentNullException.ThrowIfNull(perturbations);
        ArgumentOutOfRangeException.ThrowIfZero(perturbations.Count);
        var truths = Truths(images, indices, labels);
        var steps = perturbations.SelectMany(p => p.Steps.Select((name, level) => (Perturbation: p, Name: name, Level: level))).ToList();
        var (clean, correct, count, done) = (0, new int[steps.Count], 0, 0);
        var failures = new List<ImageFailure>();
        foreach (var block in indices.Chunk(BlockSize))
        {
            var decoded = Decode(images, block, failures, cancellation);
            count += decoded.Count;
            clean += Right([.. decoded.Select(d => d.Image)], decoded);
            for (var s = 0; s < steps.Count; s++)
            {
                var step = steps[s];
                correct[s] += Right(Changed(decoded, i => step.Perturbation.Apply(i.Image, step.Level, new(seed, i.File.Path)), cancellation), decoded);
            }
        }

        if (count == 0) throw new DataException(failures.Count == 0 ? $"There is no test image in '{images.Root}': choose another split." : $"None of the test images in '{images.Root}' can be decoded; {failures[0].Shown}.");
        var counted = steps.Zip(correct, (s, c) => (s.Perturbation, Step: new RobustnessStep(s.Name, c, count)));
        return (new(new(RobustnessCounts.CleanName, clean, count), [.. counted.GroupBy(s => s.Perturbation).Select(g => new RobustnessRow(g.Key.Name, [.. g.Select(s => s.Step)]))]), failures);

        int Right(PixelImage[] batch, IReadOnlyList<(PixelImage Image, ImageFile File)> decoded)
        {
            cancellation.ThrowIfCancellationRequested();
            var answers = classify(batch, cancellation);
            if (answers.Count != batch.Length) throw new ArgumentException($"The classifier answers {answers.Count} times for {batch.Length} images.", nameof(classify));
            var right = answers.Zip(decoded).Count(p => p.First.Index().MaxBy(c => c.Item).Index == truths[p.Second.File.Label]);
            progress?.Report(done += batch.Length);
            return right;
        }
    }

    // For each class of the folder its place among the classifier's; what no image asked for has may be unknown.
    private static Dictionary<int, int> Truths(ImageFolder images, IReadOnlyList<int> indices, IReadOnlyList<string> labels)
    {
        var places = labels.Index().ToDictionary(l => l.Item, l => l.Index, StringComparer.Ordinal);
        return indices.Select(i => images.Files[i].Label).Distinct().ToDictionary(l => l, l => places.TryGetValue(images.ClassNames[l], out var place)
            ? place
            : throw new DataException($"The classifier knows no class {Printable.Quote(images.ClassNames[l])}, which images in '{images.Root}' have: name the images that it was trained for."));
    }

    // One after the other: an image may be a giant until it is reduced.
    private static List<(PixelImage Image, ImageFile File)> Decode(ImageFolder images, int[] block, List<ImageFailure> failures, CancellationToken cancellation)
    {
        var decoded = new List<(PixelImage, ImageFile)>();
        foreach (var index in block)
        {
            cancellation.ThrowIfCancellationRequested();
            var file = images.Files[index];
            try
            {
                decoded.Add((ImageDecoder.Decode(images.FullPath(file)).Shrink(LargestSide), file));
            }
            catch (ImageDecodeException e)
            {
                failures.Add(new(index, file.Path, e.Message));
            }
        }

        return decoded;
    }

    private static PixelImage[] Changed(List<(PixelImage Image, ImageFile File)> decoded, Func<(PixelImage Image, ImageFile File), PixelImage> change, CancellationToken cancellation)
    {
        var changed = new PixelImage[decoded.Count];
        Parallel.For(0, changed.Length, new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, i => changed[i] = change(decoded[i]));
        return changed;
    }
}
