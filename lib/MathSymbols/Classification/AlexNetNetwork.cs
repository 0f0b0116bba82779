using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>AlexNet as a classifier's network.</summary>
internal sealed class AlexNetNetwork : ClassifierNetwork
{
    // What the library's own nesting puts before the names of its layers.
    private const string Nesting = "_layers.";

    private readonly AlexNet _model;

    /// <summary>Takes the model over.</summary>
    public AlexNetNetwork(AlexNet model)
    {
        _model = model;
        _model.eval();
    }

    /// <summary>Reads it from a classifier's file.</summary>
    public static AlexNetNetwork Read(ClassifierReader reader, ClassifierDescription description, TorchDevice device)
    {
        // Four fifths of its weights: with these in the file, the rest is worth allocating.
        reader.Require("dense2.weight", AlexNet.DenseUnits, AlexNet.DenseUnits);
        reader.Require("predictions.weight", description.Labels.Count, AlexNet.DenseUnits);
        reader.Require("dense1.weight", AlexNet.DenseUnits, AlexNet.Flattened(description.Size));
        var model = new AlexNet(description.Labels.Count, description.Activation, description.Size, device);
        try
        {
            foreach (var (name, tensor) in model.state_dict()) reader.Read(Plain(name), tensor);
            return new(model);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    public override Tensor Logits(Tensor images) => _model.forward(images);

    public override IEnumerable<TensorEntry> Entries(bool withBase) => _model.state_dict().Select(p => WeightsFile.Entry(Plain(p.Key), p.Value));

    public override void Dispose() => _model.Dispose();

    private static string Plain(string name) => name.StartsWith(Nesting, StringComparison.Ordinal) ? name[Nesting.Length..] : name;
}
