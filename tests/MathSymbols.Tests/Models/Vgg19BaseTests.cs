using MathSymbols.Models;
using MathSymbols.Tests.Support;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Models;

public sealed class Vgg19BaseTests : IClassFixture<UntrainedVgg19>
{
    private readonly Vgg19Weights _weights;

    public Vgg19BaseTests(UntrainedVgg19 untrained) => _weights = untrained.Weights;

    [Theory]
    [InlineData(32, 32, 3)]
    [InlineData(64, 96, 2)]
    [InlineData(47, 70, 1)]
    public void Our_convolutions_and_LibTorchs_give_the_same(int height, int width, int batch)
    {
        using var scope = NewDisposeScope();
        using var ours = new Vgg19Base(_weights);
        using var plain = new Vgg19Base(_weights, plain: true);
        Assert.False(plain.Fast);
        var images = rand(batch, 3, height, width);
        var (found, expected) = (ours.forward(images), plain.forward(images));
        Assert.Equal([batch, 512, height / 32, width / 32], found.shape);
        Assert.Equal(expected.shape, found.shape);
        Assert.InRange(nn.functional.cosine_similarity(found.flatten(1), expected.flatten(1), 1).min().item<float>(), 0.99999, 1.00001);
        Assert.InRange(((found - expected).abs().max() / expected.abs().max()).item<float>(), 0, 1e-5);
    }

    [Fact]
    public void Keras_preprocessing_turns_the_channels_and_takes_the_mean_pixel_away()
    {
        using var scope = NewDisposeScope();
        using var scaled = new Vgg19Base(_weights);
        using var keras = new Vgg19Base(_weights, Vgg19Preprocessing.Keras);
        var images = rand(1, 3, 32, 32);
        var prepared = stack([(images.select(1, 2) * 255) - 103.939, (images.select(1, 1) * 255) - 116.779, (images.select(1, 0) * 255) - 123.68], 1);
        Assert.InRange(((scaled.forward(prepared.to(float32)) - keras.forward(images)).abs().max() / keras.forward(images).abs().max()).item<float>(), 0, 1e-5);
    }

    [Fact]
    public void It_is_frozen_and_has_Keras_count_of_parameters()
    {
        using var network = new Vgg19Base(_weights);
        using var images = rand(1, 3, 32, 32).requires_grad_();
        using var features = network.forward(images);
        Assert.False(features.requires_grad);
        Assert.Equal(new ParameterCount(0, 20_024_384), ParameterCount.Of(network));
        using var head = new Vgg19Head(25_088, 19);
        Assert.Equal(new ParameterCount(476_691, 0), ParameterCount.Of(head));
    }

    [Fact]
    public void A_base_is_accepted_by_what_it_makes_of_the_probe()
    {
        using var untrained = new Vgg19Base(_weights);
        Assert.InRange(Vgg19Probe.Similarity(untrained), -0.9, 0.9);
        using var trained = Vgg19Weights.Read(Shared.Need("weights", "vgg19_notop.h5"), TestContext.Current.CancellationToken);
        foreach (var preprocessing in Enum.GetValues<Vgg19Preprocessing>())
        {
            foreach (var plain in new[] { false, true })
            {
                using var network = new Vgg19Base(trained, preprocessing, plain: plain);
                Assert.InRange(Vgg19Probe.Similarity(network), 0.9999, 1.0001);
            }
        }
    }

    [Fact]
    public void What_is_no_image_is_refused_before_it_is_read()
    {
        using var scope = NewDisposeScope();
        using var network = new Vgg19Base(_weights);
        foreach (var wrong in new[] { rand(1, 4, 32, 32), rand(1, 1, 32, 32), rand(1, 3, 31, 32), rand(3, 32, 32), zeros([1, 3, 32, 32], uint8), rand([1, 3, 32, 32], float64) })
            Assert.Contains("VGG19 takes float32 images [N, 3, H, W] of at least 32 px", Assert.Throws<ArgumentException>(() => network.forward(wrong)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_tensor_is_left()
    {
        using var images = rand(1, 3, 64, 64);
        using var ours = new Vgg19Base(_weights, Vgg19Preprocessing.Keras);
        using var plain = new Vgg19Base(_weights, plain: true);
        var before = LiveTensors.Settled();
        for (var i = 0; i < 2; i++)
        {
            ours.forward(images).Dispose();
            plain.forward(images).Dispose();
        }

        Assert.Equal(before, LiveTensors.Settled());
    }
}
