using MathSymbols.Classification;
using MathSymbols.Runtime;
using MathSymbols.Tests.Support;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Classification;

public sealed class SymbolClassifierTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private Settings Settings => new() { Work = _folder["work"], Download = false };

    private string File => _folder["model.safetensors"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_head_that_is_loaded_predicts_what_was_predicted_before_it_was_saved(bool withBase)
    {
        using var classifier = TinyClassifiers.Vgg19();
        SavedAndLoaded(classifier, withBase);

        // The base's 20 million weights are in the file, or they are not.
        Assert.Equal(withBase, new FileInfo(File).Length > 80_000_000);
    }

    [Fact]
    public void An_AlexNet_that_is_loaded_predicts_what_was_predicted_before_it_was_saved()
    {
        using var classifier = TinyClassifiers.AlexNet();
        SavedAndLoaded(classifier, withBase: false);
    }

    [Fact]
    public void A_SymbolNet_that_is_loaded_predicts_what_was_predicted_before_it_was_saved()
    {
        using var classifier = TinyClassifiers.SymbolNet();
        SavedAndLoaded(classifier, withBase: false);
        Assert.InRange(new FileInfo(File).Length, 2_000_000, 2_100_000);
    }

    [Fact]
    public void SymbolNet_reads_an_image_twice_and_answers_with_the_mean_and_the_others_squash()
    {
        var images = TinyClassifiers.Images(5);
        using var twice = TinyClassifiers.SymbolNet();
        var (squashed, ink) = (twice.Predict(images, Framing.Squash, Stop), twice.Predict(images, Framing.Ink, Stop));
        foreach (var (read, first, second) in twice.Read(images, Stop).Zip(squashed, ink))
        {
            Assert.NotEqual(first.Probabilities, second.Probabilities);
            foreach (var (mean, a, b) in read.Probabilities.Zip(first.Probabilities, second.Probabilities)) Assert.Equal((a + b) / 2, mean, 1e-5f);
            Assert.Equal(read.Probabilities.Max(), read.Confidence, 1e-9);
            Assert.Equal(first.Threshold, read.Threshold);
        }

        using var once = TinyClassifiers.Vgg19();
        Assert.Equal(once.Predict(images, Framing.Squash, Stop).Select(p => p.Probabilities), once.Read(images, Stop).Select(p => p.Probabilities));
    }

    [Fact]
    public void Looks_that_contradict_each_other_make_it_unsure()
    {
        string[] labels = ["a", "b", "c"];
        var mean = SymbolPrediction.Mean([new(labels, [0.98f, 0.01f, 0.01f], 0.7), new(labels, [0.01f, 0.01f, 0.98f], 0.7)]);
        Assert.True(mean.Unsure);
        Assert.Equal(0.495, mean.Confidence, 1e-6);
        Assert.Equal("b", mean.Top[2].Label);
    }

    [Fact]
    public void A_temperature_changes_how_sure_it_is_and_nothing_else_and_below_the_threshold_it_does_not_know()
    {
        var images = TinyClassifiers.Images(5);
        using var plain = TinyClassifiers.SymbolNet(new(1, 0));
        using var warm = TinyClassifiers.SymbolNet(new(4, 1));
        foreach (var (before, after) in plain.Predict(images, cancellation: Stop).Zip(warm.Predict(images, cancellation: Stop)))
        {
            Assert.Equal(before.Label, after.Label);
            Assert.True(after.Confidence < before.Confidence);
            Assert.Equal((false, true), (before.Unsure, after.Unsure));
            for (var i = 1; i < before.Probabilities.Count; i++)
                Assert.Equal(Math.Log(before.Probabilities[i] / before.Probabilities[0]) / 4, Math.Log(after.Probabilities[i] / after.Probabilities[0]), 1e-4);
        }
    }

    [Fact]
    public void Predictions_are_probabilities_the_most_probable_first()
    {
        using var classifier = TinyClassifiers.Vgg19(labels: ["a", "b", "c", "d", "e", "f", "g"]);
        foreach (var prediction in classifier.Predict(TinyClassifiers.Images(3), cancellation: Stop))
        {
            Assert.Equal(1, prediction.Probabilities.Sum(), 1e-5);
            Assert.Equal(5, prediction.Top.Count);
            Assert.Equal(prediction.Probabilities.OrderDescending().Take(5).Select(p => (double)p), prediction.Top.Select(t => t.Probability));
            Assert.Equal(prediction.Probabilities[classifier.Labels.ToList().IndexOf(prediction.Label)], prediction.Confidence);
            Assert.Equal(prediction.Confidence < 0.7, prediction.Unsure);
        }

        Assert.Empty(classifier.Predict([], cancellation: Stop));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        using var classifier = TinyClassifiers.Vgg19();
        classifier.Save(File, withBase: true);

        // TorchSharp counts one for each parameter that is built and never takes it back, whoever builds it.
        var built = Left(() => TinyClassifiers.Vgg19().Dispose());
        Assert.Equal(0, Left(() => classifier.Save(File, withBase: true)));
        Assert.Equal(0, Left(() => classifier.Predict(TinyClassifiers.Images(3), Framing.Ink, Stop)));
        Assert.Equal(built, Left(() => SymbolClassifier.Load(File, Settings, TinyDataset.Device, cancellation: Stop).Dispose()));

        static long Left(Action use)
        {
            use();
            var before = LiveTensors.Settled();
            use();
            return torch.Tensor.TotalCount - before;
        }
    }

    [Fact]
    public void A_stop_is_heeded()
    {
        using var classifier = TinyClassifiers.Vgg19();
        Assert.Throws<OperationCanceledException>(() => classifier.Predict(TinyClassifiers.Images(3), cancellation: new(canceled: true)));
    }

    [Fact]
    public void The_committed_classifier_says_of_test_images_what_its_run_has_recorded()
    {
        var weights = Shared.Need("weights", "vgg19_notop.h5");
        var images = Shared.Need("handwritten-math-symbols");
        var run = MathSymbols.Runs.RunStore.Open(Settings).Find("full-vgg19-scaled-1");
        using var classifier = SymbolClassifier.Load(SavedClassifier.Find()!, Settings with { Vgg19Weights = weights }, TinyDataset.Device, cancellation: Stop);
        Assert.Equal(run.Label, classifier.Description.Provenance.Run);
        Assert.Equal(476_691, classifier.Labels.Count * (25_088 + 1));
        var rows = run.ReadPredictions()!.Of(MathSymbols.Runs.RunSet.Test).Where((_, i) => i % 64 == 0).ToList();
        var predictions = classifier.Predict([.. rows.Select(r => MathSymbols.Data.ImageDecoder.Decode(Path.Combine(images, r.Path)))], cancellation: Stop);
        foreach (var (row, prediction) in rows.Zip(predictions))
        {
            foreach (var (recorded, now) in row.Probabilities.Zip(prediction.Probabilities)) Assert.Equal(recorded, now, 1e-4f);
        }
    }

    private void SavedAndLoaded(SymbolClassifier classifier, bool withBase)
    {
        var images = TinyClassifiers.Images(19);
        var before = Enum.GetValues<Framing>().Select(f => classifier.Predict(images, f, Stop)).ToList();
        var bytes = classifier.Save(File, withBase);
        Assert.Equal(new FileInfo(File).Length, bytes);
        using var loaded = SymbolClassifier.Load(File, Settings, TinyDataset.Device, cancellation: Stop);
        var after = Enum.GetValues<Framing>().Select(f => loaded.Predict(images, f, Stop)).ToList();
        Assert.Equal(before.SelectMany(p => p).SelectMany(p => p.Probabilities), after.SelectMany(p => p).SelectMany(p => p.Probabilities));
        Assert.Equivalent(classifier.Description, loaded.Description, strict: true);
        Assert.NotEqual(before[0][0].Probabilities, before[0][1].Probabilities);
    }
}
