using MathSymbols.Data;
using MathSymbols.Evaluation;
using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Tests.Support;
using MathSymbols.Training;
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
        var told = new List<History>();
        var history = new Trainer(model, optimizer).Fit(Loader(3), Loader(null), 8, told.Add, TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], history.Epochs.Select(e => e.Epoch));
        Assert.Equal(8, told.Count);
        Assert.Equal(history.Epochs, told[^1].Epochs);
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
            return [.. new Trainer(model, optimizer).Fit(Loader(3), Loader(null), 3, cancellation: TestContext.Current.CancellationToken).Epochs.Select(e => (e.Loss, e.Accuracy, e.ValidationLoss, e.ValidationAccuracy))];
        }
    }

    [Fact]
    public void A_loss_that_is_no_number_stops_with_epoch_batch_and_learning_rate()
    {
        using var model = Model();
        using var optimizer = torch.optim.SGD(model.parameters(), 1e38);
        var error = Assert.Throws<TrainingException>(() => new Trainer(model, optimizer).Fit(Loader(3), Loader(null), 9, cancellation: TestContext.Current.CancellationToken));
        Assert.Matches("epoch [1-9], batch [1-9].*1e\\+38", error.Message);
    }

    [Fact]
    public void A_last_batch_of_one_image_does_not_spoil_batch_normalization()
    {
        // 22 images in batches of 7 leave one; on maps of 1 × 1 its variance would be 0 / 0.
        using var model = Sequential(Flatten(), Linear(3 * 8 * 8, 4), Unflatten(1, [4, 1, 1]), KerasDefaults.BatchNorm(4), Flatten(), Linear(4, 2));
        using var optimizer = KerasDefaults.Adam(model, 0.01);
        var loader = new BatchLoader(_store, _images, [.. Enumerable.Range(0, 22)], batchSize: 7, shuffleSeed: 3);
        var history = new Trainer(model, optimizer).Fit(loader, Loader(null), 2, cancellation: TestContext.Current.CancellationToken);
        Assert.All(history.Epochs, e => Assert.True(double.IsFinite(e.ValidationLoss) && double.IsFinite(e.Loss)));
        var single = new BatchLoader(_store, _images, [0, 1, 2], batchSize: 1);
        Assert.Throws<TrainingException>(() => new Trainer(model, optimizer).Fit(single, Loader(null), 1, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Training_leaves_no_tensor_behind()
    {
        using var model = Model();
        using var optimizer = KerasDefaults.Adam(model, 0.01);
        var trainer = new Trainer(model, optimizer);
        trainer.Fit(Loader(3), Loader(null), 1, cancellation: TestContext.Current.CancellationToken); // Adam makes its own tensors in the first step.
        var before = torch.Tensor.TotalCount;
        trainer.Fit(Loader(3), Loader(null), 3, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public void Cancelling_ends_training_and_keeps_what_was_told()
    {
        using var model = Model();
        using var optimizer = KerasDefaults.Adam(model, 0.01);
        using var stop = new CancellationTokenSource();
        var told = new List<History>();
        Assert.ThrowsAny<OperationCanceledException>(() => new Trainer(model, optimizer).Fit(Loader(3), Loader(null), 50, h =>
        {
            told.Add(h);
            if (h.Last.Epoch == 2) stop.Cancel();
        }, stop.Token));
        Assert.Equal(2, told.Count);
    }

    private static Module<torch.Tensor, torch.Tensor> Model() => Sequential(Flatten(), Linear(3 * 8 * 8, 2));

    private BatchLoader Loader(int? seed) => new(_store, _images, [.. Enumerable.Range(0, 24)], batchSize: 7, seed);
}
