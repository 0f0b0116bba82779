using FsCheck.Xunit;
using MathSymbols.Models.Winograd;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Models.Winograd;

public sealed class PlanarConvTests
{
    [Property(MaxTest = 40)]
    public void Any_height_width_and_batch_agree_with_LibTorch(byte height, byte width, byte batch, bool wide)
    {
        var (h, w, n, outs) = ((height % 40) + 1, (width % 40) + 1, (batch % 3) + 1, wide ? 64 : 16);
        using var scope = NewDisposeScope();
        var images = rand([n, 3, h, w]);
        var (kernel, bias) = (randn([outs, 3, 3, 3]), randn([outs]));
        using var convolution = new PlanarConv(kernel, bias);
        var expected = nn.functional.relu(nn.functional.conv2d(images, kernel, bias, padding: [1, 1])).permute(0, 2, 3, 1);
        var found = convolution.Forward(images);
        Assert.Equal(expected.shape, found.shape);
        Assert.InRange((found - expected).abs().max().item<float>(), 0, 2e-5);
    }
}
