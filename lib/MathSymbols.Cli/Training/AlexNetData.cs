using MathSymbols.Data;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Training;

/// <summary>The images of a training command, opened: source, split, pixels.</summary>
internal sealed class AlexNetData : IDisposable
{
    private readonly Settings _settings;
    private readonly TorchDevice _device;
    private readonly int _batchSize;

    private AlexNetData(Settings settings, TorchDevice device, SplitImages found, PixelStore pixels, int batchSize) =>
        (_settings, _device, Source, Images, Split, Pixels, _batchSize) = (settings, device, found.Source, found.Images, found.Split, pixels, batchSize);

    public DataSource Source { get; }

    public ImageFolder Images { get; }

    public Split Split { get; }

    public PixelStore Pixels { get; }

    public static AlexNetData Open(Settings settings, TorchDevice device, int size, int batchSize, CancellationToken cancellation)
    {
        var found = SplitImages.Open(settings, cancellation);
        return new(settings, device, found, PixelStore.Open(found.Images, size, settings.WorkFolder, cancellation: cancellation), batchSize);
    }

    /// <summary>Shuffled training images, drawn evenly from the classes when not all are wanted.</summary>
    public BatchLoader Train(int count) => new(Pixels, Images, Subset(Split.Train, count), _batchSize, _settings.Seed, _device);

    /// <summary>Validation images, drawn evenly from the classes when not all are wanted.</summary>
    public BatchLoader Validation(int count) => new(Pixels, Images, Subset(Split.Validation, count), _batchSize, device: _device);

    /// <summary>All test images.</summary>
    public BatchLoader Test() => new(Pixels, Images, Split.Test, _batchSize, device: _device);

    /// <summary>Some training images, for statistics.</summary>
    public BatchLoader Sample(int count) => new(Pixels, Images, Subset(Split.Train, count), _batchSize, device: _device);

    public void Dispose() => Pixels.Dispose();

    private IReadOnlyList<int> Subset(IReadOnlyList<int> indices, int count) => StratifiedSubset.Draw(Images, indices, count, _settings.Seed);
}
