using MathSymbols.Benchmarks.Vgg19;
using MathSymbols.Data;
using MathSymbols.Features;
using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using MathSymbols.Training;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Features;

/// <summary>Training a head on cached features is the report's computation, which runs the frozen base every epoch.</summary>
public sealed class CachedTrainingTests : IClassFixture<UntrainedVgg19>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Vgg19Base _network;
    private readonly Dataset _data;

    public CachedTrainingTests(UntrainedVgg19 untrained)
    {
        _network = new(untrained.Weights, Vgg19Preprocessing.Keras);
        _data = Dataset.Open(TinyDataset.Settings(_folder), TinyDataset.Device, Vgg19Base.SmallestSize, 7, cancellation: Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _data.Dispose();
        _network.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Losses_equal_those_of_the_uncached_path_rounded_to_float16_and_are_near_the_unrounded()
    {
        using var cache = FeatureCache.Open(_data, _network, new WorkFolder(_folder["work"]), Stop);
        cache.Fill(Enumerable.Range(0, 60), cancellation: Stop);
        var cached = Fit(cache.Train(), cache.Validation(), head => head);
        var rounded = Fit(_data.Train(), _data.Validation(), head => new Uncached(_network, head, rounds: true));
        var plain = Fit(_data.Train(), _data.Validation(), head => new Uncached(_network, head, rounds: false));
        Assert.Equal(Losses(rounded), Losses(cached));
        Assert.All(Losses(plain).Zip(Losses(cached)), l => Assert.Equal(1, l.Second / l.First, 1e-3));
        Assert.NotEqual(Losses(plain), Losses(cached));
    }

    private static IEnumerable<double> Losses(History history) => history.Epochs.SelectMany(e => new[] { e.Loss, e.ValidationLoss });

    private History Fit(BatchLoader train, BatchLoader validation, Func<Vgg19Head, nn.Module<Tensor, Tensor>> around)
    {
        manual_seed(11);
        using var head = new Vgg19Head(512, _data.ClassNames.Count);
        using var optimizer = KerasDefaults.Adam(head);
        using var trainer = new Trainer(around(head), optimizer);
        return trainer.Fit(train, validation, new FitOptions(3) { Seed = 5 }, Stop);
    }
}
