using MathSymbols.Data;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>
/// Gathers BatchNorm's statistics anew over training images, with the weights as they are: the mean over batches of what each batch is
/// normalized by ("precise BN", Wu and Johnson, 2021, arXiv:2105.07576).
/// </summary>
internal static class BatchNormGathering
{
    /// <summary>The layers that normalize.</summary>
    public static IReadOnlyList<NormBase> Layers(nn.Module model) => [.. model.modules().OfType<BatchNorm>()];

    /// <summary>Replaces the running statistics; the model is left in evaluation mode.</summary>
    public static void Run(nn.Module<Tensor, Tensor> model, IReadOnlyList<NormBase> norms, BatchLoader sample, CancellationToken cancellation)
    {
        using var noGradient = no_grad();
        var momenta = norms.Select(n => n.momentum).ToList();
        model.train();
        try
        {
            var k = 0;
            foreach (var batch in sample.Epoch(cancellation: cancellation))
            {
                using var owned = batch;
                if (batch.Count < sample.BatchSize && k > 0) continue;
                using var scope = NewDisposeScope();

                // A momentum of 1/k at the k-th batch makes the running value the mean of all so far.
                k++;
                foreach (var norm in norms) norm.momentum = 1.0 / k;
                model.forward(batch.Images);
            }
        }
        finally
        {
            for (var i = 0; i < norms.Count; i++) norms[i].momentum = momenta[i];
            model.eval();
        }
    }
}
