using MathSymbols.Models;
using TorchSharp;
using TorchSharp.Modules;
using Xunit;

namespace MathSymbols.Tests.Models;

public sealed class AlexNetTests
{
    [Theory]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    public void Has_the_reports_number_of_parameters(Activation activation)
    {
        using var model = new AlexNet(19, activation);
        var count = ParameterCount.Of(model);
        Assert.Equal((21_891_347, 21_889_875, 1_472), (count.Total, count.Trainable, count.NotTrainable));
    }

    [Theory]
    [InlineData(224)]
    [InlineData(AlexNet.SmallestSize)]
    public void Gives_logits_for_each_image(int size)
    {
        using var model = new AlexNet(19, size: size);
        using var scope = torch.NewDisposeScope();
        model.eval();
        Assert.Equal([2, 19], model.forward(torch.rand(2, 3, size, size)).shape);
    }

    [Fact]
    public void Smaller_images_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlexNet(19, size: AlexNet.SmallestSize - 1));

    [Fact]
    public void Starts_as_Keras_starts()
    {
        using var model = new AlexNet(19);
        Assert.All(model.modules().OfType<BatchNorm2d>(), norm =>
        {
            Assert.Equal(0.01, norm.momentum!.Value, 12);
            Assert.Equal(1e-3, norm.eps, 12);
        });
        var linear = model.modules().OfType<Linear>().First();
        Assert.Equal(0, linear.bias!.abs().max().item<float>());

        // Glorot uniform: within ±√(6 / (in + out)), and filling that range.
        var limit = MathF.Sqrt(6f / (384 + 4096));
        Assert.InRange(linear.weight!.abs().max().item<float>(), 0.98f * limit, limit);
    }
}
