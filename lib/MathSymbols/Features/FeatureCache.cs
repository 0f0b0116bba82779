using System.Diagnostics;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Storage;
using static TorchSharp.torch;

namespace MathSymbols.Features;

/// <summary>
/// What the frozen base makes of each image, computed once and kept as float16 rows, [512 · H/32 · W/32] each: a head is then trained without running the base again. The file is filled with the images that are asked for; when the process is
/// killed at any instant, the next one goes on where it was.
/// </summary>
public sealed class FeatureCache : IDisposable
{
    private const int BatchSize = 32;

    private readonly Dataset _data;
    private readonly Vgg19Base _network;
    private readonly WorkFolder _work;
    private readonly FeatureHeader _header;
    private readonly FeatureFile _file;
    private readonly bool[] _there;

    private FeatureCache(Dataset data, Vgg19Base network, WorkFolder work, FeatureHeader header, FeatureFile file, bool[] there) =>
        (_data, _network, _work, _header, _file, _there) = (data, network, work, header, file, there);

    /// <summary>The file that holds the rows.</summary>
    public string FilePath => _file.FilePath;

    /// <summary>Values an image has.</summary>
    public int Values => _header.Values;

    /// <summary>Opens the file of these images, this network, its preprocessing and this size, or makes an empty one. Rows that are damaged count as missing.</summary>
    /// <param name="data">The images. They stay the caller's and must outlive this.</param>
    /// <param name="network">The base. It stays the caller's and must outlive this.</param>
    /// <param name="work">Where the file is kept.</param>
    /// <param name="cancellation">Ends the checking of rows that are there.</param>
    /// <exception cref="FeatureException">The images are smaller than the base takes, or the file was written by a newer program.</exception>
    public static FeatureCache Open(Dataset data, Vgg19Base network, WorkFolder work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(work);
        var size = data.Pixels.Height;
        if (size < Vgg19Base.SmallestSize) throw new FeatureException($"VGG19 takes images of at least {Vgg19Base.SmallestSize} px, and these have {size}: choose a larger size.");
        var identity = FeatureIdentity.Of(data.Pixels, network);
        var header = new FeatureHeader(data.Images.Count, Vgg19Base.FeaturesOf(size), identity.ToString());
        var path = Path.Combine(work.Features, identity.FileName);
        var file = FeatureFile.Open(path, header, cancellation);
        try
        {
            return new(data, network, work, header, file, file.Verify(cancellation));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>How many of some images have no row yet.</summary>
    /// <param name="images">Indices in the folder's files; those that could not be decoded do not count.</param>
    public int Missing(IEnumerable<int> images) => Wanted(images).Count(i => !_there[i]);

    /// <summary>Computes the rows that some images lack. Waits for another process that is computing rows of the same file.</summary>
    /// <param name="images">Indices in the folder's files; those that could not be decoded are left out.</param>
    /// <param name="progress">Told on this thread at the start, after each batch and at the end.</param>
    /// <param name="cancellation">Ends the computing before the next batch; what is done stays.</param>
    /// <exception cref="FeatureException">A feature is no number that float16 can hold.</exception>
    /// <exception cref="DiskSpaceException">There is too little room.</exception>
    public void Fill(IEnumerable<int> images, Action<FeatureProgress>? progress = null, CancellationToken cancellation = default)
    {
        var wanted = Wanted(images);
        if (wanted.Any(i => !_there[i]))
        {
            // Another process may have been at work since the file was opened.
            using var held = FeatureFile.Hold(FilePath, cancellation);
            foreach (var index in wanted.Where(i => !_there[i])) _there[index] = _file.IsThere(index);
            Compute([.. wanted.Where(i => !_there[i])], wanted.Count, progress, cancellation);
        }

        progress?.Invoke(new(wanted.Count, wanted.Count, 0, TimeSpan.Zero));
    }

    /// <summary>Training images, shuffled anew each epoch: those of <see cref="Dataset.Train"/>, in its order.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public FeatureLoader Train(int count = int.MaxValue) => Loader(_data.TrainIndices(count), _data.Seed);

    /// <summary>Validation images in a fixed order.</summary>
    /// <param name="count">How many at most; fewer than there are are drawn evenly from the classes.</param>
    public FeatureLoader Validation(int count = int.MaxValue) => Loader(_data.ValidationIndices(count), null);

    /// <summary>All test images in a fixed order.</summary>
    public FeatureLoader Test() => Loader(_data.Split.Test, null);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Reads a row of float16 values; <see cref="Values"/> of them.</summary>
    internal void Read(int index, Span<byte> row)
    {
        if (!_there[index]) throw new FeatureException($"Image {index} has no features in '{FilePath}' yet: fill the cache with the images that are to be loaded.");
        _file.Read(index, row);
    }

    private List<int> Wanted(IEnumerable<int> images) => [.. _data.Pixels.Usable([.. images.Distinct()])];

    private FeatureLoader Loader(IReadOnlyList<int> images, int? seed) => new(this, _data.Images, _data.Pixels.Usable(images), _data.BatchSize, seed, _data.Device);

    private void Compute(List<int> missing, int total, Action<FeatureProgress>? progress, CancellationToken cancellation)
    {
        if (missing.Count == 0) return;
        DiskSpace.Require(_work, (long)missing.Count * _header.SlotBytes, $"Keeping the features of {missing.Count:N0} images");
        var loader = new PixelLoader(_data.Pixels, _data.Images, missing, BatchSize, device: _data.Device);
        var watch = Stopwatch.StartNew();
        var done = 0;
        progress?.Invoke(new(total - missing.Count, total, 0, null));
        foreach (var batch in loader.Epoch(cancellation: cancellation))
        {
            using var owned = batch;
            Keep(batch);
            done += batch.Count;
            var rate = done / watch.Elapsed.TotalSeconds;
            progress?.Invoke(new(total - missing.Count + done, total, rate, TimeSpan.FromSeconds((missing.Count - done) / rate)));
        }
    }

    private void Keep(Batch batch)
    {
        using var scope = NewDisposeScope();
        var rows = _network.forward(batch.Images).flatten(1).to(float16).cpu();
        if (!rows.isfinite().all().item<bool>())
            throw new FeatureException($"The base gives a value for '{_data.Images.Files[batch.Indices[0]].Path}' or one of the {batch.Count - 1} images after it that float16 cannot hold: its weights are not those of a trained VGG19.");
        var bytes = rows.bytes;
        for (var i = 0; i < batch.Count; i++)
        {
            _file.Write(batch.Indices[i], bytes.Slice(i * _header.RowBytes, _header.RowBytes));
            _there[batch.Indices[i]] = true;
        }
    }
}
