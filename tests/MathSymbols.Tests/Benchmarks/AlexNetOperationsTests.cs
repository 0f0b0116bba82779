using MathSymbols.Benchmarks.Training;
using MathSymbols.Models;
using Xunit;

namespace MathSymbols.Tests.Benchmarks;

public sealed class AlexNetOperationsTests
{
    [Fact]
    public void Operations_are_those_counted_by_hand()
    {
        using var model = new AlexNet(19);

        // Multiplications an image: outputs a channel × channels × weights a channel.
        long[] layers =
        [
            54 * 54 * 96 * (3 * 11 * 11), // 224 px, stride 4; then pooled to 26
            22 * 22 * 256 * (96 * 5 * 5), // then pooled to 10
            8 * 8 * 256 * (256 * 3 * 3),
            6 * 6 * 384 * (256 * 3 * 3),
            4 * 4 * 384 * (384 * 3 * 3), // then pooled to 1
            384 * 4096, 4096 * 4096, 4096 * 19,
        ];
        Assert.Equal(508_247_168, layers.Sum());
        Assert.Equal(101_616_768, layers[0]);
        Assert.Equal(new AlexNetOperations(2 * layers.Sum(), 2 * (3 * layers.Sum() - layers[0])), AlexNetOperations.Of(model));
    }
}
