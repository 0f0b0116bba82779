using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>SymbolNet as a classifier's network.</summary>
internal sealed class SymbolNetNetwork : ClassifierNetwork
{
    private readonly SymbolNet _model;

    /// <summary>Takes the model over.</summary>
    public SymbolNetNetwork(SymbolNet model)
    {
        _model = model;
        _model.eval();
    }

    /// <summary>Reads it from a classifier's file.</summary>
    public static SymbolNetNetwork Read(ClassifierReader reader, ClassifierDescription description, TorchDevice device)
    {
        reader.Require("_predictions.dense.weight", description.Labels.Count, SymbolNet.Features);
        var model = new SymbolNet(description.Labels.Count, device);
        try
        {
            foreach (var (name, tensor) in Tensors(model)) reader.Read(name, tensor);
            return new(model);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    // Bilinear alone passes over pixels of a large image, and a thin line would come out dotted. No image of the dataset is so large.
    public override PixelImage Prepare(PixelImage image) => EvenPaper.Of(image.ReduceTo(2 * SymbolNet.Size));

    public override Tensor Logits(Tensor images) => _model.forward(images);

    public override Tensor? GradCam(Tensor images, Tensor classes) => Models.GradCam.Of(_model, images, classes);

    public override IEnumerable<TensorEntry> Entries(bool withBase) => Tensors(_model).Select(t => WeightsFile.Entry(t.Name, t.Value));

    public override void Dispose() => _model.Dispose();

    // How many batches a normalization has seen is of no use to anybody.
    private static IEnumerable<(string Name, Tensor Value)> Tensors(SymbolNet model) => model.state_dict().Where(p => p.Value.is_floating_point()).Select(p => (p.Key, p.Value));
}
