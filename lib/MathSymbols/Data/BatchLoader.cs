using System.Threading.Channels;
using MathSymbols.Data.Random;
using MathSymbols.Runtime;
using TorchSharp;

namespace MathSymbols.Data;

/// <summary>Hands out images, or what a frozen network has made of them, in batches that are prepared on a background thread while the last one is in use.</summary>
public abstract class BatchLoader
{
    // One in preparation, one waiting, one in use: enough to hide the reading, and all the memory there is.
    private const int Prefetched = 1;

    private readonly IReadOnlyList<int> _labels;
    private readonly IReadOnlyList<int> _indices;
    private readonly int? _shuffleSeed;
    private readonly torch.Device? _device;

    /// <summary>Prepares a loader; nothing is read yet.</summary>
    /// <param name="images">The folder the images are in, for the labels.</param>
    /// <param name="indices">Which images, in which order.</param>
    /// <param name="batchSize">Images a batch, at least 1.</param>
    /// <param name="shuffleSeed">Seeds a new order each epoch; null to keep the order of <paramref name="indices"/>.</param>
    /// <param name="device">Where the tensors go; null for the CPU.</param>
    /// <exception cref="DataException">There is no image.</exception>
    private protected BatchLoader(ImageFolder images, IReadOnlyList<int> indices, int batchSize, int? shuffleSeed, TorchDevice? device)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(indices);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        if (indices.Count == 0) throw new DataException("There is no image to load: the folder is too small for this split, or none of these images can be decoded.");
        _labels = [.. images.Files.Select(f => f.Label)];
        _indices = indices;
        BatchSize = batchSize;
        _shuffleSeed = shuffleSeed;
        _device = device is { Kind: DeviceKind.Cuda } ? device.ToTorch() : null;
    }

    /// <summary>Images a batch.</summary>
    public int BatchSize { get; }

    /// <summary>Images an epoch.</summary>
    public int Count => _indices.Count;

    /// <summary>Batches an epoch.</summary>
    public int BatchCount => (Count + BatchSize - 1) / BatchSize;

    /// <summary>The order of an epoch: the same for the same seed and epoch, on every machine.</summary>
    /// <param name="epoch">The epoch's number, from 1.</param>
    public IReadOnlyList<int> Order(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(epoch, 1);
        if (_shuffleSeed is not { } seed) return _indices;
        var order = _indices.ToArray();
        Shuffle.Numpy(order, unchecked(seed * 1_000_003 + epoch));
        return order;
    }

    /// <summary>The batches of an epoch. The taker disposes of each; those not taken are disposed of when the enumeration ends.</summary>
    /// <param name="epoch">The epoch's number, from 1.</param>
    /// <param name="cancellation">Ends the epoch before the next batch.</param>
    /// <exception cref="DataException">The store's file is damaged, and the images are pixels; a loader of features throws a FeatureException.</exception>
    public IEnumerable<Batch> Epoch(int epoch = 1, CancellationToken cancellation = default)
    {
        var order = Order(epoch);
        return Enumerate(order, cancellation);
    }

    private IEnumerable<Batch> Enumerate(IReadOnlyList<int> order, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ready = Channel.CreateBounded<Batch>(new BoundedChannelOptions(Prefetched) { SingleReader = true, SingleWriter = true });
        var reader = Task.Factory.StartNew(() => Fill(order, ready.Writer, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            while (Next(ready.Reader, cancellation) is { } batch) yield return batch;
        }
        finally
        {
            stop.Cancel();
            reader.Wait(CancellationToken.None);
            while (ready.Reader.TryRead(out var left)) left.Dispose();
        }
    }

    private static Batch? Next(ChannelReader<Batch> reader, CancellationToken cancellation)
    {
        // A fault in the background thread surfaces here, as the exception the channel was completed with.
        while (reader.WaitToReadAsync(cancellation).AsTask().GetAwaiter().GetResult())
        {
            if (reader.TryRead(out var batch)) return batch;
        }

        return null;
    }

    private void Fill(IReadOnlyList<int> order, ChannelWriter<Batch> writer, CancellationToken stop)
    {
        Exception? fault = null;
        try
        {
            for (var start = 0; start < order.Count; start += BatchSize)
            {
                var batch = Make([.. order.Skip(start).Take(BatchSize)]);
                try
                {
                    writer.WriteAsync(batch, stop).AsTask().GetAwaiter().GetResult();
                }
                catch
                {
                    batch.Dispose();
                    throw;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The taker has what it wanted.
        }
#pragma warning disable CA1031 // Handed to the taker's thread, which rethrows it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            fault = e;
        }

        writer.Complete(fault);
    }

    /// <summary>Reads some images on the loader's thread: float32, [N, …], on the CPU.</summary>
    /// <param name="indices">Which ones.</param>
    private protected abstract torch.Tensor Read(int[] indices);

    private Batch Make(int[] indices)
    {
        var images = Read(indices);
        var labels = torch.tensor(Array.ConvertAll(indices, i => (long)_labels[i]));
        return new(Move(images), Move(labels), indices);
    }

    private torch.Tensor Move(torch.Tensor tensor) => _device is null ? tensor : tensor.to(_device, disposeAfter: true);
}
