using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using MathSymbols.Training;
using MathSymbols.Training.Augmentation;
using TorchSharp;
using Xunit;
using static TorchSharp.torch.nn;

namespace MathSymbols.Tests.Training;

public sealed class TrainerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ImageFolder _images;
    private readonly PixelStore _store;

    public TrainerTests()
    {
        SampleImages.Write(_folder["images"], 12, "dark");
        for (var i = 0; i < 12; i++) SampleImages.WritePng(_folder["images", "light", $"{i:00}.png"], 9, 9, new SkiaSharp.SKColor(255, (byte)(200 + i), 255));
        _images = ImageFolder.Open(_folder["images"]);
        _store = PixelStore.Open(_images, 8, new WorkFolder(_folder["work"]), cancellation: TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Learns_to_tell_dark_from_light_and_reports_every_epoch()
    {
        using var model = Model();
        using var optimizer = KerasDefaults.Adam(model, 0.05);
        var told = new List<TrainingProgress>();
        using var trainer = new Trainer(model, optimizer);
        var history = trainer.Fit(Loader(3), Loader(null), new FitOptions(8) { Progress = told.Add }, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], history.Epochs.Select(e => e.Epoch));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8], told.Select(t => t.History.Epochs.Count).Distinct());
        Assert.Equal(history.Epochs, told[^1].History.Epochs);
        Assert.Equal((StopReason.AllEpochs, TimeSpan.Zero), (told[^1].Stopped, told[^1].Remaining));
        Assert.True(history.Last.Loss < history.Epochs[0].Loss);
        Assert.Equal(1, history.Last.ValidationAccuracy);
        var measured = Evaluator.Evaluate(model, Loader(null), TestContext.Current.CancellationToken);
        Assert.Equal((history.Last.ValidationLoss, history.Last.ValidationAccuracy, 24), (measured.Loss, measured.Accuracy, measured.Count));
        Assert.All(history.Epochs, e => Assert.Equal(0.05, e.LearningRate, 12));
    }

    [Fact]
    public void The_same_seed_gives_the_same_history()
    {
        Assert.Equal(Run(), Run());

        IEnumerable<(double, double, double, double)> Run()
        {
            torch.manual_seed(9);
            using var model = Model();
            using var optimizer = KerasDefaults.Adam(model, 0.01);
            return [.. new Trainer(model, optimizer).Fit(Loader(3), Loader(null), new FitOptions(3), TestContext.Current.CancellationToken).Epochs.Select(e => (e.Loss, e.Accuracy, e.ValidationLoss, e.ValidationAccuracy))];
        }
    }

    [Fact]
    public void A_schedule_sets_the_learning_rate_of_each_step_and_smoothing_counts_in_the_training_loss_alone()
    {
        var (plain, smoothed) = (Run(0), Run(0.4));
        Assert.All(plain, e => Assert.Equal(1e-9 * (4 * e.Epoch - 1), e.LearningRate, 15));
        Assert.Equal(plain.Select(e => e.ValidationLoss), smoothed.Select(e => e.ValidationLoss), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.All(plain.Zip(smoothed), p => Assert.True(Math.Abs(p.First.Loss - p.Second.Loss) > 1e-3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1));

        // 24 images in batches of 7 are four steps; rates so small that nothing is learned.
        IReadOnlyList<EpochResult> Run(double smoothing)
        {
            torch.manual_seed(9);
            using var model = Model();
            using var optimizer = torch.optim.AdamW(model.parameters());
            return new Trainer(model, optimizer).Fit(Loader(3), Loader(null), new FitOptions(3) { Schedule = new Rising(), LabelSmoothing = smoothing }, TestContext.Current.CancellationToken).Epochs;
        }
    }

    [Fact]
    public void Training_images_are_augmented_and_validation_images_are_not()
    {
        var blanking = new Blanking();
        torch.manual_seed(9);
        using var model = Model();
        using var optimizer = KerasDefaults.Adam(model, 1e-9);
        var last = new Trainer(model, optimizer).Fit(Loader(3), Loader(null), new FitOptions(1) { Augmentation = blanking }, TestContext.Current.CancellationToken).Last;
        var blank = -Math.Log(0.5);
        Assert.Equal(24, blanking.Images);
        Assert.Equal([0, 0.25, 0.5, 0.75], blanking.Progress);
        Assert.InRange(last.Loss, blank - 0.02, blank + 0.02);
        Assert.True(Math.Abs(last.ValidationLoss - blank) > 0.02, $"{last.ValidationLoss}");
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_with_epoch_batch_and_learning_rate()
    {
        using var model = Model();
        using var optimizer = torch.optim.SGD(model.parameters(), 1e38);
        var error = Assert.Throws<DivergedException>(() => new Trainer(model, optimizer).Fit(Loader(3), Loader(null), new FitOptions(9), TestContext.Current.CancellationToken));
        Assert.Matches("epoch [1-9], batch [1-9].*1e\\+38", error.Message);
    }

    [Fact]
    public void A_last_batch_of_one_image_does_not_spoil_batch_normalization()
    {
        // 22 images in batches of 7 leave one; on maps of 1 × 1 its variance would be 0 / 0.
        using var model = Sequential(Flatten(), Linear(3 * 8 * 8, 4), Unflatten(1, [4, 1, 1]), KerasDefaults.BatchNorm(4), Flatten(), Linear(4, 2));
        using var optimizer = KerasDefaults.Adam(model, 0.01);
        var loader = new PixelLoader(_store, _images, [.. Enumerable.Range(0, 22)], batchSize: 7, shuffleSeed: 3);
        var history = new Trainer(model, optimizer).Fit(loader, Loader(null), new FitOptions(2), TestContext.Current.CancellationToken);
        Assert.All(history.Epochs, e => Assert.True(double.IsFinite(e.ValidationLoss) && double.IsFinite(e.Loss)));
        var single = new PixelLoader(_store, _images, [0, 1, 2], batchSize: 1);
        Assert.Throws<TrainingException>(() => new Trainer(model, optimizer).Fit(single, Loader(null), new FitOptions(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Training_leaves_no_tensor_behind()
    {
        using var model = Model();
        using var optimizer = KerasDefaults.Adam(model, 0.01);
        using var probe = new BatchNormProbe(model, Loader(null), Loader(null));
        Fit(1); // Adam makes its own tensors in the first step.
        var before = LiveTensors.Settled();
        Fit(3);
        Assert.Equal(before, torch.Tensor.TotalCount);

        void Fit(int epochs)
        {
            using var trainer = new Trainer(model, optimizer);
            trainer.Fit(Loader(3), Loader(null), new FitOptions(epochs) { KeepBest = EpochMetric.ValidationLoss, Callbacks = [probe] }, TestContext.Current.CancellationToken);
            trainer.RestoreBest();
        }
    }

    [Fact]
    public void Cancelling_ends_training_at_the_next_batch_and_keeps_history_and_weights()
    {
        using var model = Model();
        using var optimizer = KerasDefaults.Adam(model, 0.01);
        using var stop = new CancellationTokenSource();
        using var trainer = new Trainer(model, optimizer);
        var first = model.state_dict().First().Value.bytes.ToArray();
        Assert.ThrowsAny<OperationCanceledException>(() => trainer.Fit(Loader(3), Loader(null), new FitOptions(50)
        {
            Progress = p =>
            {
                if (p.History.Epochs.Count == 2) stop.Cancel();
            },
        }, stop.Token));
        Assert.Equal([1, 2], trainer.History.Epochs.Select(e => e.Epoch));
        Assert.Equal(StopReason.None, trainer.Stopped);
        Assert.NotEqual(first, model.state_dict().First().Value.bytes.ToArray());
    }

    [Fact]
    public void Early_stopping_ends_with_the_last_weights_or_restores_the_best()
    {
        foreach (var restore in (bool[])[false, true])
        {
            torch.manual_seed(5);
            using var model = Model();
            using var optimizer = KerasDefaults.Adam(model, 0.5);
            using var trainer = new Trainer(model, optimizer);
            var history = trainer.Fit(Loader(3), Loader(null), new FitOptions(60) { EarlyStopping = new(EpochMetric.ValidationLoss, 2, restore) }, TestContext.Current.CancellationToken);
            var best = EpochMetric.ValidationLoss.Best(history)!;
            Assert.Equal(StopReason.EarlyStopping, trainer.Stopped);
            Assert.Equal(best.Epoch + 2, history.Last.Epoch);
            var measured = Evaluator.Evaluate(model, Loader(null), TestContext.Current.CancellationToken);
            Assert.Equal(restore ? best.ValidationLoss : history.Last.ValidationLoss, measured.Loss);
        }
    }

    [Fact]
    public void What_callbacks_measure_is_kept_and_the_probe_changes_nothing()
    {
        Assert.Equal(Run(withProbe: false), Run(withProbe: true));

        List<(double, double, double)> Run(bool withProbe)
        {
            torch.manual_seed(9);
            using var model = Sequential(Flatten(), Linear(3 * 8 * 8, 4), Unflatten(1, [4, 1, 1]), KerasDefaults.BatchNorm(4), Flatten(), Dropout(0.5), Linear(4, 2));
            using var optimizer = KerasDefaults.Adam(model, 0.01);
            using var probe = new BatchNormProbe(model, Loader(null), Loader(null));
            using var trainer = new Trainer(model, optimizer);
            var history = trainer.Fit(Loader(3), Loader(null), new FitOptions(3) { Callbacks = withProbe ? [probe] : [] }, TestContext.Current.CancellationToken);
            string[] names = [BatchNormProbe.ReestimatedLoss, BatchNormProbe.ReestimatedAccuracy, BatchNormProbe.WithoutRaggedLoss, BatchNormProbe.WithoutRaggedAccuracy];
            Assert.All(history.Epochs, e => Assert.Equal(withProbe ? names : [], e.Extra.Keys));
            if (withProbe) Assert.All(history.Epochs, e => Assert.NotEqual(e.ValidationLoss, e.Extra[BatchNormProbe.ReestimatedLoss]));
            return [.. history.Epochs.Select(e => (e.Loss, e.ValidationLoss, e.ValidationAccuracy))];
        }
    }

    [Fact]
    public void Settling_the_statistics_changes_what_is_measured_and_not_what_is_learned()
    {
        var (plain, settled) = (Run(null), Run(Loader(null)));
        Assert.Equal(plain.Losses, settled.Losses);
        Assert.Equal(plain.Weights, settled.Weights);
        Assert.NotEqual(plain.Validation, settled.Validation);

        // The model ends with the settled statistics, and the running ones before that were Keras'.
        Assert.Equal(settled.Validation[^1], settled.Measured);
        Assert.Equal(plain.Validation, settled.Running);

        (List<double> Losses, byte[] Weights, List<double> Validation, List<double> Running, double Measured) Run(BatchLoader? settleOn)
        {
            torch.manual_seed(9);
            using var model = Sequential(Flatten(), Linear(3 * 8 * 8, 4), Unflatten(1, [4, 1, 1]), KerasDefaults.BatchNorm(4), Flatten(), Linear(4, 2));
            using var optimizer = KerasDefaults.Adam(model, 0.01);
            using var probe = new BatchNormProbe(model, Loader(null), Loader(null)) { ValidatesSettled = settleOn is not null };
            using var trainer = new Trainer(model, optimizer);
            var history = trainer.Fit(Loader(3), Loader(null), new FitOptions(3) { Callbacks = [probe], SettleOn = settleOn }, TestContext.Current.CancellationToken);
            var measured = Evaluator.Evaluate(model, Loader(null), TestContext.Current.CancellationToken);
            return ([.. history.Epochs.Select(e => e.Loss)], [.. model.parameters().SelectMany(p => p.bytes.ToArray())], [.. history.Epochs.Select(e => e.ValidationLoss)],
                [.. history.Epochs.Select(e => e.Extra.GetValueOrDefault(BatchNormProbe.RunningLoss))], measured.Loss);
        }
    }

    [Fact]
    public void The_probe_gathers_the_mean_over_batches_of_what_each_is_normalized_by()
    {
        // Batch normalization right on the pixels: its statistics can be computed by hand. Four whole batches of 6.
        using var model = Sequential(KerasDefaults.BatchNorm(3), Flatten(), Linear(3 * 8 * 8, 2));
        using var optimizer = KerasDefaults.Adam(model, 1e-9);
        var loader = new PixelLoader(_store, _images, [.. Enumerable.Range(0, 24)], batchSize: 6);
        double mean = 0, variance = 0;
        foreach (var batch in loader.Epoch(cancellation: TestContext.Current.CancellationToken))
        {
            using var scope = torch.NewDisposeScope();
            mean += batch.Images[torch.TensorIndex.Colon, 0].mean().item<float>() / 4;
            variance += batch.Images[torch.TensorIndex.Colon, 0].var().item<float>() / 4;
            batch.Dispose();
        }

        using var probe = new BatchNormProbe(model, loader, loader);
        var own = Evaluator.Evaluate(model, loader, TestContext.Current.CancellationToken);
        var found = probe.EpochDone(new(1, 0, 0, 0, 0, 0, 0, 0), TestContext.Current.CancellationToken).ToDictionary();
        Assert.Equal(own.Loss, Evaluator.Evaluate(model, loader, TestContext.Current.CancellationToken).Loss);
        var norm = (TorchSharp.Modules.BatchNorm2d)model.children().First();
        using var noGradient = torch.no_grad();
        norm.running_mean![0] = (float)mean;
        norm.running_var![0] = (float)variance;
        Assert.NotEqual(own.Loss, found[BatchNormProbe.ReestimatedLoss]);
        Assert.Equal([BatchNormProbe.ReestimatedLoss, BatchNormProbe.ReestimatedAccuracy], found.Keys);
    }

    private sealed class Rising : ILearningRateSchedule
    {
        public double At(long index, long count) => count == 12 ? index * 1e-9 : double.NaN;
    }

    private sealed class Blanking : IAugmentation
    {
        public long Images { get; private set; }

        public List<double> Progress { get; } = [];

        public torch.Tensor Apply(torch.Tensor images, double progress)
        {
            Images += images.size(0);
            Progress.Add(progress);
            return torch.zeros_like(images);
        }
    }

    private static Module<torch.Tensor, torch.Tensor> Model() => Sequential(Flatten(), Linear(3 * 8 * 8, 2));

    private PixelLoader Loader(int? seed) => new(_store, _images, [.. Enumerable.Range(0, 24)], batchSize: 7, seed);
}
