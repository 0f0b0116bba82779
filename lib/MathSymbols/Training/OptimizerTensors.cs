using MathSymbols.Models;
using MathSymbols.Storage.Safetensors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>Adam's moments as named tensors: both are kept for each parameter, and the number of steps.</summary>
internal static class OptimizerTensors
{
    public static IReadOnlyList<long> Steps(optim.Optimizer optimizer) => [.. States(optimizer).Select(s => s.step)];

    public static IEnumerable<TensorEntry> Entries(optim.Optimizer optimizer) =>
        Named(optimizer).Select(t => WeightsFile.Entry(t.Name, t.Tensor));

    public static void Read(SafetensorsFile file, optim.Optimizer optimizer, IReadOnlyList<long> steps)
    {
        var states = States(optimizer);
        if (steps.Count != states.Count) throw new SafetensorsException($"it holds {steps.Count} parameters of the optimizer instead of {states.Count}");
        foreach (var (name, tensor) in Named(optimizer)) WeightsFile.ReadTensor(file, name, tensor);
        for (var i = 0; i < states.Count; i++) states[i].step = steps[i];
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Named(optim.Optimizer optimizer) =>
        States(optimizer).SelectMany((s, i) => new[] { ($"optimizer.{i}.exp_avg", s.exp_avg), ($"optimizer.{i}.exp_avg_sq", s.exp_avg_sq) });

    private static List<Adam.State> States(optim.Optimizer optimizer) => optimizer is Adam adam
        ? [.. adam.state_dict().State.Cast<Adam.State>()]
        : throw new ArgumentException($"Only Adam can be saved in a checkpoint, not {optimizer.GetType().Name}.", nameof(optimizer));
}
