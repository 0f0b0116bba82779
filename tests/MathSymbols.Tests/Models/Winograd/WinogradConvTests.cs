using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using MathSymbols.Models.Winograd;
using MathSymbols.Tests.Support;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Models.Winograd;

public sealed class WinogradConvTests
{
    // A value's rounding error, in parts of the largest value: 3 × 3 × 64 terms, a few bits lost in the transforms.
    private const double Tolerance = 2e-5;

    public static TheoryData<int, int> Channels => new() { { 64, 64 }, { 32, 96 }, { 8, 16 }, { 24, 48 }, { 16, 16 } };

    [Property(MaxTest = 60)]
    public Property Any_height_width_padding_and_batch_agree_with_LibTorch() => Prop.ForAll(
        (from height in Gen.Choose(3, 23) from width in Gen.Choose(3, 23) from padding in Gen.Choose(0, 3) from batch in Gen.Choose(1, 3) select (height, width, padding, batch)).ToArbitrary(),
        Gen.Elements(true, false).ToArbitrary(),
        Gen.Elements((64, 64), (8, 16), (24, 48), (16, 32)).ToArbitrary(),
        (size, pool, channels) => Error(size.batch, channels, size.height, size.width, size.padding, pool) < Tolerance);

    [Theory]
    [MemberData(nameof(Channels))]
    public void Both_widths_of_vectors_agree_with_LibTorch(int ins, int outs) => Assert.InRange(Error(2, (ins, outs), 14, 15, 1, pool: false), 0, Tolerance);

    [Theory]
    [InlineData(3, 16)]
    [InlineData(16, 19)]
    [InlineData(1, 1)]
    public void Channels_that_fill_no_vector_are_left_to_LibTorch(int ins, int outs)
    {
        using var weights = new Weights(ins, outs);
        using var convolution = new WinogradConv(weights.Kernel, weights.Bias);
        Assert.False(convolution.Fast);
        Assert.Equal(0, Error(2, (ins, outs), 9, 11, 1, pool: true), 1e-6);
    }

    [Fact]
    public void Many_blocks_of_tiles_agree_too()
    {
        // 57 × 57 tiles: more than one block, and a last row and column with one value.
        Assert.InRange(Error(1, (64, 64), 225, 225, 1, pool: false), 0, Tolerance);
        Assert.InRange(Error(1, (64, 64), 225, 225, 1, pool: true), 0, Tolerance);
    }

    [Fact]
    public void An_image_has_the_same_values_alone_and_in_any_batch()
    {
        using var scope = NewDisposeScope();
        using var weights = new Weights(64, 64);
        using var convolution = new WinogradConv(weights.Kernel, weights.Bias);
        var images = Random([5, 21, 18, 64]);
        var together = convolution.Forward(images);
        for (var i = 0; i < 5; i++) Assert.Equal(together[i].bytes.ToArray(), convolution.Forward(images[i].unsqueeze(0))[0].bytes.ToArray());
    }

    [Fact]
    public void Images_that_do_not_lie_channels_last_are_copied_first()
    {
        using var scope = NewDisposeScope();
        using var weights = new Weights(16, 32);
        using var convolution = new WinogradConv(weights.Kernel, weights.Bias);
        var planar = Random([2, 16, 9, 10]);
        var turned = planar.permute(0, 2, 3, 1);
        Assert.Equal(convolution.Forward(turned.contiguous()).bytes.ToArray(), convolution.Forward(turned).bytes.ToArray());
    }

    [Fact]
    public void No_tensor_is_left()
    {
        using var weights = new Weights(16, 32);
        using var images = Random([2, 9, 9, 16]);
        var before = LiveTensors.Settled();
        for (var i = 0; i < 3; i++)
        {
            using var convolution = new WinogradConv(weights.Kernel, weights.Bias, pool: true);
            convolution.Forward(images).Dispose();
        }

        Assert.Equal(before, LiveTensors.Settled());
    }

    private static double Error(int batch, (int In, int Out) channels, int height, int width, int padding, bool pool)
    {
        using var scope = NewDisposeScope();
        using var weights = new Weights(channels.In, channels.Out);
        using var convolution = new WinogradConv(weights.Kernel, weights.Bias, padding, pool);
        var images = Random([batch, height, width, channels.In]);
        var expected = nn.functional.relu(nn.functional.conv2d(images.permute(0, 3, 1, 2), weights.Kernel, weights.Bias, padding: [padding, padding]));
        if (pool && (expected.shape[2] < 2 || expected.shape[3] < 2)) return 0;
        if (pool) expected = nn.functional.max_pool2d(expected, 2, 2);
        var found = convolution.Forward(images).permute(0, 3, 1, 2);
        Assert.Equal(expected.shape, found.shape);
        return ((found - expected).abs().max() / expected.abs().max().clamp_min(1e-3)).item<float>();
    }

    private static Tensor Random(long[] shape)
    {
        using var generator = new Generator(7);
        return randn(shape, generator: generator);
    }

    private sealed class Weights : IDisposable
    {
        public Weights(int ins, int outs)
        {
            using var generator = new Generator((ulong)((ins * 1000) + outs));
            using var kernel = randn([outs, ins, 3, 3], generator: generator);
            Kernel = kernel / Math.Sqrt(9.0 * ins);
            Bias = randn([outs], generator: generator);
        }

        public Tensor Kernel { get; }

        public Tensor Bias { get; }

        public void Dispose()
        {
            Kernel.Dispose();
            Bias.Dispose();
        }
    }
}
