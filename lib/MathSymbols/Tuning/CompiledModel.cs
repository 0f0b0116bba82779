using MathSymbols.Runtime;
using static TorchSharp.torch;

namespace MathSymbols.Tuning;

/// <summary>A model with the optimizer that trains it, as Keras' compile makes it. It owns both.</summary>
/// <param name="Model">Takes [N, 3, H, W], gives logits [N, classes].</param>
/// <param name="Optimizer">Moves the model's parameters.</param>
public sealed record CompiledModel(nn.Module<Tensor, Tensor> Model, optim.Optimizer Optimizer) : IDisposable
{
    /// <summary>Frees both.</summary>
    public void Dispose()
    {
        Optimizer.Dispose();
        Model.Dispose();
        HeapTuning.GiveBack();
    }
}
