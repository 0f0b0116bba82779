using MathSymbols.Runtime;
using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>The images that the settings ask for, ready to be trained on: found, split, decoded.</summary>
public sealed class Dataset : IDisposable
{
    private readonly Settings _settings;
    private readonly TorchDevice _device;
    private readonly int _batchSize;

    private Dataset(Settings settings, TorchDevice device, DataSource source, ImageFolder images, Split split, PixelStore pixels, int batchSize) =>
        (_settings, _device, Source, Images, Split, Pixels, _batchSize) = (settings, device, source, images, split, pixels, batchSize);

    /// <summary>Where the images come from.</summary>
    public DataSource Source { get; }

    /// <summary>The images.</summary>
    public ImageFolder Images { get; }

    /// <summary>Which are for training, validation and test.</summary>
    public Split Split { get; }

    /// <summary>Their pixels.</summary>
    public PixelStore Pixels { get; }

    /// <summary>What a reader should know of the images: where they come from, and how many will not load. A sentence each.</summary>
    public IReadOnlyList<string> Description => Pixels.Failures is [var first, ..]
        ? [Source.Description, $"{Pixels.Failures.Count} of {Images.Count} images will not load and are left out, {Printable.Quote(first.Path)} for example: {first.Reason}. `mathsymbols data check` lists them."]
        : [Source.Description];

    /// <summary>The classes' names, in the order of the labels.</summary>
    public IReadOnlyList<string> ClassNames => Images.ClassNames;

    /// <summary>Finds, splits and decodes the images.</summary>
    /// <param name="settings">Data, split, seed and work folder.</param>
    /// <param name="device">Where batches go.</param>
    /// <param name="size">Height and width in pixels, at least 1.</param>
    /// <param name="batchSize">Images a batch, at least 1.</param>
    /// <param name="waiting">Told once when another process is decoding the same images and this one waits for it.</param>
    /// <param name="cancellation">Ends the drawing of the built-in sample, and the decoding.</param>
    /// <exception cref="DataException">The folder or the split does not do.</exception>
    public static Dataset Open(Settings settings, TorchDevice device, int size, int batchSize, Action? waiting = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(device);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        var (source, images, split) = SplitImages.Open(settings, cancellation);
        return new(settings, device, source, images, split, PixelStore.Open(images, size, settings.WorkFolder, waiting: waiting, cancellation: cancellation), batchSize);
    }

    /// <summary>Training images, shuffled anew each epoch.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public PixelLoader Train(int count = int.MaxValue) => new(Pixels, Images, TrainIndices(count), _batchSize, _settings.Seed, _device);

    /// <summary>Training images in a fixed order, for measuring on them.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public PixelLoader TrainSample(int count) => new(Pixels, Images, TrainIndices(count), _batchSize, device: _device);

    /// <summary>Validation images in a fixed order.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public PixelLoader Validation(int count = int.MaxValue) => new(Pixels, Images, ValidationIndices(count), _batchSize, device: _device);

    /// <summary>All test images in a fixed order.</summary>
    public PixelLoader Test() => new(Pixels, Images, Split.Test, _batchSize, device: _device);

    /// <summary>The images of <see cref="Train"/>.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public IReadOnlyList<int> TrainIndices(int count = int.MaxValue) => Subset(Split.Train, count);

    /// <summary>The images of <see cref="Validation"/>.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public IReadOnlyList<int> ValidationIndices(int count = int.MaxValue) => Subset(Split.Validation, count);

    /// <summary>At most so many test images, evenly spaced, at their own size.</summary>
    /// <param name="count">How many at most, at least 1.</param>
    /// <exception cref="ImageDecodeException">An image has gone since it was listed.</exception>
    public IReadOnlyList<PixelImage> TestImages(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return [.. EvenlySpaced.Of(Pixels.Usable(Split.Test), count).Select(i => ImageDecoder.Decode(Images.FullPath(Images.Files[i])))];
    }

    internal int BatchSize => _batchSize;

    internal int Seed => _settings.Seed;

    internal TorchDevice Device => _device;

    /// <summary>Closes the pixels' file.</summary>
    public void Dispose() => Pixels.Dispose();

    private IReadOnlyList<int> Subset(IReadOnlyList<int> indices, int count) => StratifiedSubset.Draw(Images, indices, count, _settings.Seed);
}
