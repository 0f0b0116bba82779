using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>A copy of the running statistics of BatchNorm layers.</summary>
internal sealed class BatchNormStatistics : IDisposable
{
    private readonly List<(Tensor Live, Tensor Copy)> _saved;

    public BatchNormStatistics(IReadOnlyList<NormBase> norms)
    {
        using var noGradient = no_grad();
        _saved = [.. norms.SelectMany(n => n.buffers()).Select(live => (live, live.clone().DetachFromDisposeScope()))];
    }

    /// <summary>Puts the copy back.</summary>
    public void Restore()
    {
        using var noGradient = no_grad();
        foreach (var (live, copy) in _saved) live.copy_(copy);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, copy) in _saved) copy.Dispose();
    }
}
