using MathSymbols.Models;
using static TorchSharp.torch;

namespace MathSymbols.Benchmarks.Vgg19;

/// <summary>The report's way: the frozen base runs for every batch of every epoch. It owns neither part.</summary>
/// <param name="network">The base.</param>
/// <param name="head">The head on it.</param>
/// <param name="rounds">Whether features are rounded to float16, as the cache keeps them.</param>
internal sealed class Uncached(Vgg19Base network, Vgg19Head head, bool rounds = false) : nn.Module<Tensor, Tensor>("uncached")
{
    public override Tensor forward(Tensor input)
    {
        // Not registered, so the mode is handed on.
        head.train(training);
        var features = network.forward(input).flatten(1);
        return head.forward(rounds ? features.to(float16).to(float32) : features);
    }
}
