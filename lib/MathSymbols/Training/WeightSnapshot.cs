using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>A copy of a model's weights and statistics in memory.</summary>
internal sealed class WeightSnapshot : IDisposable
{
    private readonly Dictionary<string, Tensor> _tensors;

    /// <summary>Copies what a model holds now.</summary>
    public WeightSnapshot(nn.Module model)
    {
        using var noGradient = no_grad();
        _tensors = model.state_dict().ToDictionary(p => p.Key, p => p.Value.clone().DetachFromDisposeScope());
    }

    /// <summary>Puts the copy back into the model it came from.</summary>
    public void CopyTo(nn.Module model)
    {
        using var noGradient = no_grad();
        foreach (var (name, tensor) in model.state_dict()) tensor.copy_(_tensors[name]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var tensor in _tensors.Values) tensor.Dispose();
    }
}
