using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using MathSymbols.Training.Augmentation;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Classification;

public sealed class CalibrationFitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandwritingAugmentation _augmentation = new();
    private readonly Settings _settings;

    public CalibrationFitTests()
    {
        MathSymbols.Data.Synthetic.SyntheticSymbols.WriteFolder(_folder["drawn"], 10, 7, Stop);
        _settings = new() { Data = _folder["drawn"], Work = _folder["work"] };
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Logits_that_are_three_times_as_large_get_three_times_the_temperature_and_the_same_threshold()
    {
        using var data = Open(batchSize: 1);
        using var soft = new Templates(data, 0.3);
        using var loud = new Templates(data, 0.9);
        var (plain, louder) = (Fit(soft, data), Fit(loud, data));
        Assert.InRange(plain.Temperature, 0.1, 6);
        Assert.InRange(louder.Temperature / plain.Temperature, 2.99, 3.01);
        Assert.Equal(plain.Threshold, louder.Threshold, 1e-3);
        Assert.Equal(plain.Bound!.Value, louder.Bound!.Value, 1e-9);
    }

    [Fact]
    public void Nothing_depends_on_the_batches_of_others_or_on_what_was_drawn_before()
    {
        using var one = Open(batchSize: 1);
        using var network = new Templates(one, 0.3);
        using var many = Open(batchSize: 16);
        var before = Fit(network, one);
        manual_seed(77);
        Assert.Equal(before, Fit(network, many));
    }

    [Fact]
    public void A_stop_is_heeded()
    {
        using var data = Open(batchSize: 1);
        using var network = new Templates(data, 1);
        Assert.ThrowsAny<OperationCanceledException>(() => CalibrationFit.Of(network, data, _augmentation, new(canceled: true)));
    }

    private ClassifierCalibration Fit(ClassifierNetwork network, Dataset data) => CalibrationFit.Of(network, data, _augmentation, Stop);

    private Dataset Open(int batchSize) => Dataset.Open(_settings, TinyDataset.Device, SymbolNet.Size, batchSize, cancellation: Stop);

    // The nearer an image's ink is to the mean of a class's training images, the more speaks for the class.
    private sealed class Templates : ClassifierNetwork
    {
        private readonly Tensor _means;
        private readonly double _factor;

        public Templates(Dataset data, double factor)
        {
            using var scope = NewDisposeScope();
            var sums = zeros(data.ClassNames.Count, 48 * 48);
            foreach (var batch in data.TrainSample(int.MaxValue).Epoch(cancellation: Stop))
            {
                sums.index_add_(0, batch.Labels, SymbolNet.Ink(batch.Images).flatten(1), 1);
                batch.Dispose();
            }

            _means = (sums / sums.norm(1, keepdim: true)).MoveToOuterDisposeScope();
            _factor = factor;
        }

        public override Tensor Logits(Tensor images) => SymbolNet.Ink(images).flatten(1).matmul(_means.t()) * _factor;

        public override IEnumerable<TensorEntry> Entries(bool withBase) => [];

        public override void Dispose() => _means.Dispose();
    }
}
