using MathSymbols.Data;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Data;

public sealed class BatchLoaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;
    private readonly PixelStore _store;

    public BatchLoaderTests()
    {
        _images = SampleImages.Write(_folder["images"], 11, "a", "b");
        _store = PixelStore.Open(_images, 20, new WorkFolder(_folder["work"]), cancellation: TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_epoch_gives_every_image_once_with_its_label_scaled_exactly()
    {
        var loader = Loader(shuffleSeed: 7);
        Assert.Equal((22, 5), (loader.Count, loader.BatchCount));
        var seen = new List<int>();
        foreach (var batch in loader.Epoch(1, TestContext.Current.CancellationToken))
        {
            using var owned = batch;
            Assert.Equal([batch.Count, 3, 20, 20], batch.Images.shape);
            Assert.Equal(batch.Indices.Select(i => (long)_images.Files[i].Label), batch.Labels.data<long>());
            Assert.Equal(batch.Indices.SelectMany(i => _store.Image(i).Planes.ToArray()).Select(v => v / 255f), batch.Images.data<float>());
            seen.AddRange(batch.Indices);
        }

        Assert.Equal(Enumerable.Range(0, 22), seen.Order());
        Assert.NotEqual(Enumerable.Range(0, 22), seen);
    }

    [Fact]
    public void The_seed_and_the_epoch_decide_the_order()
    {
        Assert.Equal(Loader(shuffleSeed: 7).Order(3), Loader(shuffleSeed: 7).Order(3));
        Assert.NotEqual(Loader(shuffleSeed: 7).Order(3), Loader(shuffleSeed: 7).Order(4));
        Assert.NotEqual(Loader(shuffleSeed: 7).Order(3), Loader(shuffleSeed: 8).Order(3));
        Assert.Equal(Enumerable.Range(0, 22), Loader(shuffleSeed: null).Order(3));
    }

    [Fact]
    public void Stopping_early_frees_what_was_prefetched()
    {
        var before = LiveTensors.Settled();
        for (var i = 0; i < 20; i++)
        {
            foreach (var batch in Loader(shuffleSeed: 1).Epoch(1, TestContext.Current.CancellationToken))
            {
                batch.Dispose();
                break;
            }
        }

        Assert.Equal(before, Live());
    }

    [Fact]
    public void Cancelling_ends_the_epoch()
    {
        using var stop = new CancellationTokenSource();
        var before = LiveTensors.Settled();
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (var batch in Loader(shuffleSeed: 1).Epoch(1, stop.Token))
            {
                batch.Dispose();
                stop.Cancel();
            }
        });
        Assert.Equal(before, Live());
    }

    [Fact]
    public void A_fault_while_reading_reaches_the_taker()
    {
        var path = _store.FilePath;
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) stream.SetLength(5000);
        Assert.Throws<DataException>(() =>
        {
            foreach (var batch in Loader(shuffleSeed: null).Epoch(1, TestContext.Current.CancellationToken)) batch.Dispose();
        });
    }

    private static long Live() => torch.Tensor.TotalCount;

    private PixelLoader Loader(int? shuffleSeed) => new(_store, _images, [.. Enumerable.Range(0, 22)], batchSize: 5, shuffleSeed);
}
