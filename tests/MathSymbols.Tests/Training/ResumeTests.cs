using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using MathSymbols.Training;
using TorchSharp;
using Xunit;
using static TorchSharp.torch.nn;

namespace MathSymbols.Tests.Training;

public sealed class ResumeTests : IDisposable
{
    private static readonly Dictionary<string, string> Identity = new() { ["model"] = "small", ["seed"] = "3" };

    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;
    private readonly PixelStore _store;

    public ResumeTests()
    {
        _images = SampleImages.Write(_folder["images"], 12, "dark", "light");
        _store = PixelStore.Open(_images, 8, new WorkFolder(_folder["work"]), cancellation: Stop);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_run_that_was_stopped_anywhere_ends_as_one_never_stopped()
    {
        var whole = Run("whole", 6, null);
        for (var stopAfter = 1; stopAfter <= 6; stopAfter++)
        {
            var name = $"stopped-{stopAfter}";
            Run(name, stopAfter, null);

            // Another process has drawn other numbers before; that must not matter.
            torch.manual_seed(stopAfter * 77);
            var resumed = Run(name, 6, null);
            Assert.Equal(whole.Weights, resumed.Weights);
            Assert.Equal(whole.Moments, resumed.Moments);
            Assert.Equal(whole.Curves, resumed.Curves);
            Assert.Equal(stopAfter == 6 ? 1 : 2, resumed.Segments.Count);
            Assert.Equal((1, stopAfter), (resumed.Segments[0].FirstEpoch, resumed.Segments[0].LastEpoch));
        }
    }

    [Fact]
    public void A_schedule_an_augmentation_and_AdamW_go_on_where_they_were()
    {
        var whole = RunNet("whole", stopAfter: null);
        for (var stopAfter = 1; stopAfter < 3; stopAfter++)
        {
            RunNet("stopped", stopAfter);
            torch.manual_seed(stopAfter * 77);
            var resumed = RunNet("stopped", stopAfter: null);
            Assert.Equal(whole.Weights, resumed.Weights);
            Assert.Equal(whole.Moments, resumed.Moments);
            Directory.Delete(_folder["stopped"], recursive: true);
        }

        (byte[] Weights, byte[] Moments) RunNet(string name, int? stopAfter)
        {
            torch.manual_seed(3);
            using var model = new SymbolNet(2);
            using var optimizer = SymbolNetPlan.Optimizer(model);
            using var trainer = new Trainer(model, optimizer);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
            using var pixels = PixelStore.Open(_images, SymbolNet.Size, new WorkFolder(_folder["work"]), cancellation: Stop);
            PixelLoader train = new(pixels, _images, [.. Enumerable.Range(0, 24)], batchSize: 12, shuffleSeed: 3), validation = new(pixels, _images, [.. Enumerable.Range(0, 24)], batchSize: 24);
            var options = new SymbolNetPlan(3, 24, 24, 12).Options(new() { Seed = 3 }) with { Checkpoints = new CheckpointFolder(_folder[name], Identity), Progress = p => StopAt(p, stopAfter, stop) };
            if (stopAfter is null) trainer.Fit(train, validation, options, stop.Token);
            else Assert.ThrowsAny<OperationCanceledException>(() => trainer.Fit(train, validation, options, stop.Token));
            return (Bytes(model.state_dict().Values), Bytes(OptimizerTensors.Entries(optimizer)));
        }

        static void StopAt(TrainingProgress progress, int? epoch, CancellationTokenSource stop)
        {
            if (progress.History.Epochs.Count == epoch) stop.Cancel();
        }
    }

    [Fact]
    public void Early_stopping_and_the_best_weights_outlive_the_process()
    {
        var stopping = new EarlyStopping(EpochMetric.ValidationLoss, 2, RestoreBest: true);
        var whole = Run("whole", 40, stopping);
        Assert.True(whole.Curves.Count is > 3 and < 40, $"{whole.Curves.Count} epochs");
        for (var stopAfter = 1; stopAfter < whole.Curves.Count; stopAfter++)
        {
            Run($"stopped-{stopAfter}", stopAfter, stopping with { RestoreBest = false }, keepBest: true);
            var resumed = Run($"stopped-{stopAfter}", 40, stopping);
            Assert.Equal(whole.Weights, resumed.Weights);
            Assert.Equal(whole.Curves, resumed.Curves);
        }

        // The run has ended: it is not trained further.
        Assert.Equal(whole.Curves, Run("whole", 40, stopping).Curves);
        Assert.Single(Directory.GetFiles(_folder["whole"], "best-*"));
    }

    [Fact]
    public void Another_runs_checkpoint_is_refused_and_left_alone()
    {
        Run("run", 2, null);
        var before = File.ReadAllBytes(_folder["run", "checkpoint.safetensors"]);
        var error = Assert.Throws<CheckpointException>(() => Run("run", 3, null, identity: new() { ["model"] = "small", ["seed"] = "4" }));
        Assert.Contains("seed was 3 and is 4", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder["run", "checkpoint.safetensors"]));
    }

    [Fact]
    public void A_damaged_checkpoint_gets_a_sentence()
    {
        Run("run", 2, null);
        var path = _folder["run", "checkpoint.safetensors"];
        var bytes = File.ReadAllBytes(path);
        foreach (var damage in (Action<byte[]>[])[b => b[^5] ^= 1, b => b[3] = 9, b => b.AsSpan(200, 40).Clear()])
        {
            var damaged = bytes.ToArray();
            damage(damaged);
            File.WriteAllBytes(path, damaged);
            var error = Assert.Throws<CheckpointException>(() => Run("run", 3, null));
            Assert.Contains(_folder["run"], error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }

        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Assert.Throws<CheckpointException>(() => Run("run", 3, null));
    }

    [Fact]
    public void Files_left_by_a_killed_writer_are_swept_away()
    {
        Run("run", 1, null);
        File.WriteAllText(_folder["run", "checkpoint.safetensors.1234.tmp"], "half");
        Run("run", 2, null);
        Assert.Empty(Directory.GetFiles(_folder["run"], "*.tmp"));
    }

    private (byte[] Weights, byte[] Moments, List<(int, double, double, double, double)> Curves, IReadOnlyList<TrainingSegment> Segments) Run(
        string name, int epochs, EarlyStopping? stopping, bool keepBest = false, Dictionary<string, string>? identity = null)
    {
        torch.manual_seed(3);
        using var model = Sequential(Flatten(), Linear(3 * 8 * 8, 6), Unflatten(1, [6, 1, 1]), KerasDefaults.BatchNorm(6), Flatten(), Dropout(0.5), Linear(6, 2));
        using var optimizer = KerasDefaults.Adam(model, 0.05);
        using var trainer = new Trainer(model, optimizer);
        var checkpoints = new CheckpointFolder(_folder[name], identity ?? Identity);
        var history = trainer.Fit(Loader(3), Loader(null), new FitOptions(epochs)
        {
            Seed = 3,
            EarlyStopping = stopping,
            KeepBest = keepBest ? EpochMetric.ValidationLoss : null,
            Checkpoints = checkpoints,
        }, Stop);
        return (Bytes(model.state_dict().Values), Bytes(OptimizerTensors.Entries(optimizer)),
            [.. history.Epochs.Select(e => (e.Epoch, e.Loss, e.Accuracy, e.ValidationLoss, e.ValidationAccuracy))], trainer.Segments);
    }

    private static byte[] Bytes(IEnumerable<torch.Tensor> tensors) => [.. tensors.SelectMany(t => t.bytes.ToArray())];

    private static byte[] Bytes(IEnumerable<MathSymbols.Storage.Safetensors.TensorEntry> entries)
    {
        using var stream = new MemoryStream();
        foreach (var entry in entries) entry.Write(stream);
        return stream.ToArray();
    }

    private PixelLoader Loader(int? seed) => new(_store, _images, [.. Enumerable.Range(0, 24)], batchSize: 7, seed);
}
