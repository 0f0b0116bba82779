using MathSymbols.Models;
using MathSymbols.Tests.Support;
using TorchSharp;
using Xunit;

namespace MathSymbols.Tests.Models;

public sealed class Vgg19WeightsTests
{
    [Fact]
    public void The_real_file_is_read_layer_by_layer()
    {
        using var weights = Vgg19Weights.Read(Shared.Need("weights", "vgg19_notop.h5"), TestContext.Current.CancellationToken);
        AssertShapes(weights);
        Assert.True(weights.Trained);
        Assert.Equal("vgg19_notop.h5", weights.Source);
        Assert.Contains("not Keras' own file", weights.Note, StringComparison.Ordinal);
        Assert.Equal("5d2928aa9bdd4a44f089fbb771889aa2046f6c36149bffca948d69ca37e9be9b", weights.Digest);

        // The file's first value is height 0, width 0, red, filter 0.
        Assert.Equal(0.34119523f, weights.Layers[0].Kernel[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void Untrained_weights_are_Keras_initial_ones_and_the_seeds_alone()
    {
        torch.manual_seed(5);
        using var expected = torch.rand(3);
        torch.manual_seed(5);
        using var weights = Vgg19Weights.Untrained(1001);
        using var after = torch.rand(3);
        Assert.True(after.Equals(expected), "torch's generator has moved");
        AssertShapes(weights);
        Assert.False(weights.Trained);
        Assert.Equal("untrained, seed 1001", weights.Source);
        Assert.Null(weights.Note);
        Assert.Equal("f5a4d59fcd1a5dc4a7d297560bc35c0dadf84ee1e0cca626c1e42dde5bd0547b", weights.Digest);
        Assert.All(weights.Layers, l =>
        {
            var limit = MathF.Sqrt(6f / (9 * (l.Kernel.shape[0] + l.Kernel.shape[1])));
            Assert.InRange(l.Kernel.abs().max().item<float>(), 0.98f * limit, limit);
            Assert.Equal(limit / MathF.Sqrt(3), l.Kernel.std().item<float>(), 0.02f * limit);
            Assert.Equal(0, l.Bias.abs().max().item<float>());
        });
        using var other = Vgg19Weights.Untrained(7);
        Assert.NotEqual(weights.Digest, other.Digest);
    }

    private static void AssertShapes(Vgg19Weights weights)
    {
        Assert.Equal(Vgg19Layout.Convolutions.Count, weights.Layers.Count);
        foreach (var (layer, (kernel, bias)) in Vgg19Layout.Convolutions.Zip(weights.Layers))
        {
            Assert.Equal([layer.Out, layer.In, 3, 3], kernel.shape);
            Assert.Equal([layer.Out], bias.shape);
            Assert.Equal((torch.float32, torch.float32, DeviceType.CPU), (kernel.dtype, bias.dtype, kernel.device.type));
            Assert.True(kernel.is_contiguous());
        }
    }
}
