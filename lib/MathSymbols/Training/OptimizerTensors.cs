using MathSymbols.Models;
using MathSymbols.Storage.Safetensors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Training;

/// <summary>The moments of Adam or AdamW as named tensors: both are kept for each parameter, and the number of steps.</summary>
internal static class OptimizerTensors
{
    public static IReadOnlyList<long> Steps(optim.Optimizer optimizer) => [.. States(optimizer).Select(Step)];

    public static IEnumerable<TensorEntry> Entries(optim.Optimizer optimizer) =>
        Named(optimizer).Select(t => WeightsFile.Entry(t.Name, t.Tensor));

    public static void Read(SafetensorsFile file, optim.Optimizer optimizer, IReadOnlyList<long> steps)
    {
        var states = States(optimizer);
        if (steps.Count != states.Count) throw new SafetensorsException($"it holds {steps.Count} parameters of the optimizer instead of {states.Count}");
        foreach (var (name, tensor) in Named(optimizer)) WeightsFile.ReadTensor(file, name, tensor);
        for (var i = 0; i < states.Count; i++) SetStep(states[i], steps[i]);
    }

    private static IEnumerable<(string Name, Tensor Tensor)> Named(optim.Optimizer optimizer) => States(optimizer).SelectMany((s, i) =>
    {
        var (mean, square) = Moments(s);
        return new[] { ($"optimizer.{i}.exp_avg", mean), ($"optimizer.{i}.exp_avg_sq", square) };
    });

    private static List<OptimizerState> States(optim.Optimizer optimizer) => optimizer switch
    {
        Adam adam => [.. adam.state_dict().State],
        AdamW adam => [.. adam.state_dict().State],
        _ => throw new ArgumentException($"Only Adam and AdamW can be saved in a checkpoint, not {optimizer.GetType().Name}.", nameof(optimizer)),
    };

    private static long Step(OptimizerState state) => state is AdamW.State other ? other.step : ((Adam.State)state).step;

    private static (Tensor Mean, Tensor Square) Moments(OptimizerState state) =>
        state is AdamW.State other ? (other.exp_avg, other.exp_avg_sq) : (((Adam.State)state).exp_avg, ((Adam.State)state).exp_avg_sq);

    private static void SetStep(OptimizerState state, long step)
    {
        if (state is AdamW.State other) other.step = step;
        else ((Adam.State)state).step = step;
    }
}
