using MathSymbols.Models;
using Xunit;

namespace MathSymbols.Tests.Models;

public sealed class Vgg19LayoutTests
{
    [Fact]
    public void Has_the_papers_16_convolutions_and_5_pools()
    {
        var layers = Vgg19Layout.Convolutions;
        Assert.Equal(
            ["block1_conv1", "block1_conv2", "block2_conv1", "block2_conv2", "block3_conv1", "block3_conv2", "block3_conv3", "block3_conv4", "block4_conv1", "block4_conv2", "block4_conv3", "block4_conv4", "block5_conv1", "block5_conv2", "block5_conv3", "block5_conv4"],
            layers.Select(l => l.Name));
        Assert.Equal([64, 64, 128, 128, 256, 256, 256, 256, 512, 512, 512, 512, 512, 512, 512, 512], layers.Select(l => l.Out));
        Assert.Equal(layers.Select(l => l.Out).Prepend(3).SkipLast(1), layers.Select(l => l.In));
        Assert.Equal(["block1_conv2", "block2_conv2", "block3_conv4", "block4_conv4", "block5_conv4"], layers.Where(l => l.PoolAfter).Select(l => l.Name));

        // Keras' own count for include_top=False.
        Assert.Equal(20_024_384, Vgg19Layout.Parameters);
    }
}
