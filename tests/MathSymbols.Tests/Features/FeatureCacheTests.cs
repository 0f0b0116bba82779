using MathSymbols.Data;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Features;

public sealed class FeatureCacheTests : IClassFixture<UntrainedVgg19>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Vgg19Weights _weights;
    private readonly Vgg19Base _network;
    private readonly Settings _settings;
    private readonly Dataset _data;

    public FeatureCacheTests(UntrainedVgg19 untrained)
    {
        _weights = untrained.Weights;
        _network = new(_weights);
        _settings = TinyDataset.Settings(_folder);
        _data = Dataset.Open(_settings, TinyDataset.Device, Vgg19Base.SmallestSize, 7, cancellation: Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _network.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Rows_are_what_the_base_gives_rounded_to_float16()
    {
        using var scope = NewDisposeScope();
        using var cache = Open();
        cache.Fill(_data.Split.Test, cancellation: Stop);
        Assert.Equal(512, cache.Values);
        var rows = cache.Test().Epoch(cancellation: Stop).ToList();
        var images = _data.Test().Epoch(cancellation: Stop).ToList();
        Assert.Equal(images.SelectMany(b => b.Indices), rows.SelectMany(b => b.Indices));
        foreach (var (row, batch) in rows.Zip(images))
        {
            using (row)
            using (batch)
            {
                Assert.Equal(batch.Labels.data<long>().ToArray(), row.Labels.data<long>().ToArray());
                Assert.Equal(_network.forward(batch.Images).flatten(1).to(float16).to(float32).bytes.ToArray(), row.Images.bytes.ToArray());
            }
        }
    }

    [Fact]
    public void What_is_there_is_not_computed_again()
    {
        using (var cache = Open())
        {
            Assert.Equal(60, cache.Missing(Enumerable.Range(0, 60)));
            cache.Fill(_data.Split.Test, cancellation: Stop);
            Assert.Equal(54, cache.Missing(Enumerable.Range(0, 60)));
        }

        using var again = Open();
        var told = new List<FeatureProgress>();
        again.Fill(Enumerable.Range(0, 60), told.Add, Stop);
        Assert.Equal((6, 60), (told[0].Done, told[0].Total));
        Assert.Equal((60, 60), (told[^1].Done, told[^1].Total));
        told.Clear();
        again.Fill(Enumerable.Range(0, 60), told.Add, Stop);
        Assert.Equal([(60, 60)], told.Select(t => (t.Done, t.Total)));
    }

    [Fact]
    public void A_cancelled_filling_keeps_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        using (var cache = Open())
        {
            Assert.ThrowsAny<OperationCanceledException>(() => cache.Fill(Enumerable.Range(0, 60), p =>
            {
                if (p.Done > 0) stop.Cancel();
            }, stop.Token));
        }

        using var again = Open();
        Assert.Equal(28, again.Missing(Enumerable.Range(0, 60)));
    }

    [Fact]
    public void A_damaged_row_is_computed_again()
    {
        string path;
        byte[] whole;
        using (var cache = Open())
        {
            cache.Fill(Enumerable.Range(0, 60), cancellation: Stop);
            path = cache.FilePath;
        }

        whole = File.ReadAllBytes(path);
        foreach (var (offset, missing) in new[] { (whole.Length - 1, 1), (4096, 1), (4096 + 1024 + 7, 1), (4096 + 1032, 1) })
        {
            var damaged = whole.ToArray();
            damaged[offset] ^= 0x40;
            File.WriteAllBytes(path, damaged);
            using var cache = Open();
            Assert.Equal(missing, cache.Missing(Enumerable.Range(0, 60)));
            cache.Fill(Enumerable.Range(0, 60), cancellation: Stop);
            Assert.Equal(whole, File.ReadAllBytes(path));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(40_000)]
    public void A_file_that_ends_too_early_is_made_anew(int length)
    {
        string path;
        using (var cache = Open())
        {
            cache.Fill(_data.Split.Test, cancellation: Stop);
            path = cache.FilePath;
        }

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        using var again = Open();
        Assert.Equal(60, again.Missing(Enumerable.Range(0, 60)));
    }

    [Fact]
    public void Another_preprocessing_other_weights_and_another_size_have_files_of_their_own()
    {
        using var other = Vgg19Weights.Untrained(4);
        using var otherBase = new Vgg19Base(other);
        using var keras = new Vgg19Base(_weights, Vgg19Preprocessing.Keras);
        using var larger = Dataset.Open(_settings, TinyDataset.Device, 64, 7, cancellation: Stop);
        using FeatureCache first = Open(), second = Open(_data, otherBase), third = Open(_data, keras), fourth = Open(larger, _network);
        Assert.Equal(4, new[] { first, second, third, fourth }.Select(c => c.FilePath).Distinct().Count());
        Assert.Equal(2048, fourth.Values);
    }

    [Fact]
    public void What_does_not_do_is_one_sentence()
    {
        using var cache = Open();
        var unfilled = Assert.Throws<FeatureException>(() => cache.Test().Epoch(cancellation: Stop).First());
        Assert.Contains("fill the cache", unfilled.Message, StringComparison.Ordinal);

        using var small = Dataset.Open(_settings, TinyDataset.Device, 31, 7, cancellation: Stop);
        Assert.Contains("at least 32 px, and these have 31", Assert.Throws<FeatureException>(() => Open(small, _network)).Message, StringComparison.Ordinal);

        var bytes = File.ReadAllBytes(cache.FilePath);
        bytes[8] = 9;
        File.WriteAllBytes(cache.FilePath, bytes);
        Assert.Contains("written by a newer program", Assert.Throws<FeatureException>(() => Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_float16_cannot_hold_are_refused()
    {
        foreach (var (kernel, _) in _weights.Layers) kernel.mul_(40);
        try
        {
            using var loud = new Vgg19Base(_weights, Vgg19Preprocessing.Keras);
            using var cache = Open(_data, loud);
            var refused = Assert.Throws<FeatureException>(() => cache.Fill(_data.Split.Test, cancellation: Stop));
            Assert.Contains("float16 cannot hold", refused.Message, StringComparison.Ordinal);
            Assert.Equal(6, cache.Missing(_data.Split.Test));
        }
        finally
        {
            foreach (var (kernel, _) in _weights.Layers) kernel.div_(40);
        }
    }

    [Fact]
    public void Two_that_fill_at_once_share_the_work()
    {
        using FeatureCache one = Open(), two = Open();
        var images = Enumerable.Range(0, 60).ToList();
        Parallel.Invoke(() => one.Fill(images, cancellation: Stop), () => two.Fill(images, cancellation: Stop));
        Assert.Equal((0, 0), (one.Missing(images), two.Missing(images)));
    }

    [Fact]
    public void No_tensor_is_left()
    {
        using var cache = Open();
        cache.Fill(Enumerable.Range(0, 60), cancellation: Stop);
        var before = LiveTensors.Settled();
        foreach (var batch in cache.Train().Epoch(cancellation: Stop)) batch.Dispose();
        foreach (var batch in cache.Validation().Epoch(cancellation: Stop))
        {
            batch.Dispose();
            break;
        }

        Assert.Equal(before, LiveTensors.Settled());
    }

    private FeatureCache Open() => Open(_data, _network);

    private FeatureCache Open(Dataset data, Vgg19Base network) => FeatureCache.Open(data, network, new WorkFolder(_folder["work"]), Stop);
}
