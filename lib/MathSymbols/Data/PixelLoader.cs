using System.Buffers;
using System.Runtime.InteropServices;
using MathSymbols.Runtime;
using TorchSharp;

namespace MathSymbols.Data;

/// <summary>Hands out the images of a store in batches, scaled from 0…255 to 0…1.</summary>
public sealed class PixelLoader : BatchLoader
{
    private readonly PixelStore _store;

    /// <summary>Prepares a loader; nothing is read yet.</summary>
    /// <param name="store">The pixels.</param>
    /// <param name="images">The folder the store was made from, for the labels.</param>
    /// <param name="indices">Which images, in which order; those that could not be decoded are left out.</param>
    /// <param name="batchSize">Images a batch, at least 1.</param>
    /// <param name="shuffleSeed">Seeds a new order each epoch; null to keep the order of <paramref name="indices"/>.</param>
    /// <param name="device">Where the tensors go; null for the CPU.</param>
    /// <exception cref="DataException">No image is left to load.</exception>
    public PixelLoader(PixelStore store, ImageFolder images, IReadOnlyList<int> indices, int batchSize = 64, int? shuffleSeed = null, TorchDevice? device = null)
        : base(images, Usable(store, indices), batchSize, shuffleSeed, device)
    {
        _store = store;
    }

    private protected override torch.Tensor Read(int[] indices)
    {
        var images = torch.empty([indices.Length, PixelImage.Channels, _store.Height, _store.Width], torch.float32);
        var rented = ArrayPool<byte>.Shared.Rent(_store.RowBytes);
        try
        {
            var target = MemoryMarshal.Cast<byte, float>(images.bytes);
            var row = rented.AsSpan(0, _store.RowBytes);
            for (var i = 0; i < indices.Length; i++)
            {
                _store.Read(indices[i], row);
                PixelScale.ToUnit(row, target.Slice(i * row.Length, row.Length));
            }

            return images;
        }
        catch
        {
            images.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static IReadOnlyList<int> Usable(PixelStore store, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(indices);
        return store.Usable(indices);
    }
}
