using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>Whether weights can be computed with.</summary>
internal static class FiniteWeights
{
    /// <summary>Whether every floating-point value of a tensor is a finite number.</summary>
    public static bool Are(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        return !tensor.is_floating_point() || tensor.isfinite().all().item<bool>();
    }

    /// <summary>Whether every value of a model's tensors is.</summary>
    public static bool Are(nn.Module model) => model.state_dict().Values.All(Are);
}
