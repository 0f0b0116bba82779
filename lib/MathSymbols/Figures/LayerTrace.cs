using MathSymbols.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Figures;

/// <summary>Runs one zero image through a model and notes what each layer gives.</summary>
internal static class LayerTrace
{
    /// <summary>The layers in the order in which they run; the model and its training flags are as before.</summary>
    /// <param name="model">The model.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    public static IReadOnlyList<LayerSummary> Run(nn.Module<Tensor, Tensor> model, long[] inputShape)
    {
        var layers = Leaves(model).ToList();
        var rows = new List<LayerSummary>();
        var seen = new HashSet<nn.Module>();
        var remove = new List<Action>();
        var training = model.modules().Prepend(model).Distinct().Select(m => (Module: m, m.training)).ToList();
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        try
        {
            foreach (var (name, layer) in layers)
            {
                var hook = layer.register_forward_hook((_, _, output) =>
                {
                    // A layer used twice has one row, as in Keras.
                    if (seen.Add(layer)) Note(rows, name, layer, output.shape[1..]);
                    return output;
                });
                remove.Add(hook.remove);
            }

            model.eval();
            var first = model.parameters().FirstOrDefault();
            using var image = zeros([1, .. inputShape], dtype: first?.dtype ?? ScalarType.Float32, device: first?.device ?? CPU);
            model.call(image);
        }
        finally
        {
            foreach (var action in remove) action();

            // Parents come before children, whose flags may differ.
            foreach (var (module, flag) in training) module.train(flag);
        }

        return rows;
    }

    private static void Note(List<LayerSummary> rows, string name, nn.Module layer, long[] shape)
    {
        if (layer is ReLU or Tanh or Sigmoid && rows.Count > 0 && rows[^1].Shape.SequenceEqual(shape))
            rows[^1] = rows[^1] with { Type = $"{rows[^1].Type}, {layer.GetType().Name.ToLowerInvariant()}" };
        else
            rows.Add(new(name, layer.GetType().Name, shape, ParameterCount.Of(layer)));
    }

    private static IEnumerable<(string Name, nn.Module<Tensor, Tensor> Layer)> Leaves(nn.Module model)
    {
        // A model may be a single layer.
        var leaves = model.named_modules()
            .Prepend((name: model.GetName(), module: model))
            .DistinctBy(m => m.module)
            .Where(m => !m.module.children().Any())
            .Select(m => (Path: m.name, Layer: m.module as nn.Module<Tensor, Tensor>))
            .Where(m => m.Layer is not null)
            .ToList();
        var shared = leaves.GroupBy(l => Last(l.Path)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return leaves.Select(l => (shared.Contains(Last(l.Path)) ? l.Path : Last(l.Path), l.Layer!));
    }

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];
}
