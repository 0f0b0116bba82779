using MathSymbols.Models;
using Xunit;
using static TorchSharp.torch;

namespace MathSymbols.Tests.Models;

public sealed class HalfDropoutTests
{
    [Fact]
    public void In_training_half_of_the_values_go_and_the_others_are_doubled()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var layer = new HalfDropout();
        var input = arange(1, 100_001, float32).reshape(10, 10_000);
        var output = layer.forward(input);
        var kept = output.ne(0);
        Assert.Equal(input.shape, output.shape);
        Assert.True(output.masked_select(kept).equal(input.masked_select(kept) * 2).all().item<bool>());

        // 100,000 fair coins: four standard deviations are 632.
        Assert.InRange(kept.sum().item<long>(), 49_368, 50_632);
        Assert.All(kept.sum(1).data<long>().ToArray(), row => Assert.InRange(row, 4_800, 5_200));
        Assert.InRange(kept.slice(1, 0, 9_999, 1).eq(kept.slice(1, 1, 10_000, 1)).sum().item<long>(), 49_300, 50_700);
    }

    [Fact]
    public void Torchs_seed_decides_and_each_call_differs()
    {
        using var scope = NewDisposeScope();
        using var layer = new HalfDropout();
        var input = ones(3, 77);
        manual_seed(5);
        var (first, second) = (layer.forward(input).bytes.ToArray(), layer.forward(input).bytes.ToArray());
        manual_seed(5);
        Assert.Equal(first, layer.forward(input).bytes.ToArray());
        Assert.Equal(second, layer.forward(input).bytes.ToArray());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Otherwise_nothing_happens_and_no_number_is_drawn()
    {
        using var scope = NewDisposeScope();
        using var layer = new HalfDropout();
        layer.eval();
        var input = rand(4, 9);
        manual_seed(5);
        var next = rand(1).item<float>();
        manual_seed(5);
        using var output = layer.forward(input);
        Assert.Equal(input.bytes.ToArray(), output.bytes.ToArray());
        Assert.Equal(next, rand(1).item<float>());
    }

    [Fact]
    public void The_gradient_passes_where_values_do()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var layer = new HalfDropout();
        var input = ones(5, 33).requires_grad_();
        var output = layer.forward(input);
        output.sum().backward();
        Assert.Equal(output.bytes.ToArray(), input.grad!.bytes.ToArray());
    }
}
