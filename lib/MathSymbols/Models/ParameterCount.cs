using TorchSharp;

namespace MathSymbols.Models;

/// <summary>How many numbers a model holds, counted as Keras does: BatchNorm's running mean and variance are parameters that are not trained.</summary>
/// <param name="Trainable">Numbers the optimizer moves.</param>
/// <param name="NotTrainable">Frozen weights and running statistics.</param>
public sealed record ParameterCount(long Trainable, long NotTrainable)
{
    /// <summary>All of them.</summary>
    public long Total => Trainable + NotTrainable;

    /// <summary>Counts a model's parameters.</summary>
    /// <param name="model">The model.</param>
    public static ParameterCount Of(torch.nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var trainable = model.parameters().Where(p => p.requires_grad).Sum(p => p.numel());
        var frozen = model.parameters().Where(p => !p.requires_grad).Sum(p => p.numel());
        // Keras has no counter of batches seen, torch does.
        var statistics = model.named_buffers().Where(b => !b.name.EndsWith("num_batches_tracked", StringComparison.Ordinal)).Sum(b => b.buffer.numel());
        return new(trainable, frozen + statistics);
    }
}
