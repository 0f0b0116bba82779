using MathSymbols.Classification;
using MathSymbols.Figures;
using MathSymbols.Models;
using MathSymbols.Tests.Support;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Figures;

public sealed class GradCamGridTests
{
    private static readonly SymbolPrediction Prediction = new(["add", "sub"], [0.9f, 0.1f]);

    [Fact]
    public void Shows_each_image_and_where_it_was_looked_at()
    {
        GradCamMap map = new(Prediction, 2, 1, [0, 1]);
        var figure = GradCamGrid.Create([(new(2, 1, [255, 255, 255, 255, 255, 255]), "add", map), (Samples.Image(seed: 1), "sub", map)], "Looked at", "quick profile", "looked-at");
        Assert.Equal("2 images, each with the places that speak for what it is taken for: add taken for add (90 %), sub taken for add (90 %).", figure.AltText);
        Assert.Equal(["add", "add", Prediction.Confidence, 0.75, 0.5], figure.Table.Rows[0]);
        Assert.Contains("class=\"ms-right\"", figure.Html, StringComparison.Ordinal);
        Assert.Contains("class=\"ms-wrong\"", figure.Html, StringComparison.Ordinal);
        var (name, values) = Samples.Report(figure.Html);
        Assert.Equal(("looked-at", 2), (name, values.GetProperty("images").GetArrayLength()));
        Pixels.AssertDrawn(figure, 2 * (8 * 104 + 8), 2 * (144 + 8));
        Assert.Throws<ArgumentException>(() => GradCamGrid.Create([], "Looked at"));
    }

    [Fact]
    public void A_map_is_read_between_the_middles_of_its_places()
    {
        GradCamMap map = new(Prediction, 2, 2, [0, 1, 0, 0.5f]);
        Assert.Equal([0, 1, 0.5, 0.5], [map.At(0, 0), map.At(1, 0), map.At(0.5, 0.25), map.At(1, 1)], (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(0.375, map.At(0.5, 0.5), 9);
    }

    [Fact]
    public void A_classifier_looks_where_its_class_is_decided_and_leaves_nothing_behind()
    {
        using var classifier = TinyClassifiers.SymbolNet();
        var images = TinyClassifiers.Images(3);
        var maps = classifier.GradCam(images, TestContext.Current.CancellationToken);
        Assert.Equal(classifier.Predict(images, cancellation: TestContext.Current.CancellationToken).Select(p => p.Label), maps.Select(m => m.Prediction.Label));
        Assert.All(maps, m => Assert.Equal((6, 6, 36), (m.Width, m.Height, m.Values.Count)));
        Assert.All(maps, m => Assert.True(m.Values.Max() is 0 or > 0.999f && m.Values.Min() >= 0));
        var before = LiveTensors.Settled();
        classifier.GradCam(images, TestContext.Current.CancellationToken);
        Assert.Equal(before, Tensor.TotalCount);
        using var other = TinyClassifiers.AlexNet();
        Assert.Throws<NotSupportedException>(() => other.GradCam(images[..1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_map_is_the_weighted_sum_of_the_last_maps_that_the_dense_layer_sees()
    {
        manual_seed(5);
        using var scope = NewDisposeScope();
        using var model = new SymbolNet(3);
        model.eval();
        var images = rand(2, 3, SymbolNet.Size, SymbolNet.Size);
        var map = GradCam.Of(model, images, tensor(new long[] { 2, 0 }));

        // The mean over the maps and one dense layer: a class's gradient is its weights, up to a constant.
        var weights = model.state_dict()["_predictions.dense.weight"][tensor(new long[] { 2, 0 })];
        var expected = (model.Maps(SymbolNet.Ink(images)) * weights.unsqueeze(-1).unsqueeze(-1)).sum(1).relu();
        expected /= expected.amax([1, 2], keepdim: true);
        Assert.InRange((map - expected).abs().max().item<float>(), 0, 1e-4f);
    }
}
