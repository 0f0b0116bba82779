using MathSymbols.Classification;
using MathSymbols.Data;
using MathSymbols.Models;
using MathSymbols.Runs;
using TorchSharp;
using Network = MathSymbols.Models.AlexNet;

namespace MathSymbols.Tests.Support;

/// <summary>Classifiers whose weights are drawn: they know nothing, and say the same each time.</summary>
internal static class TinyClassifiers
{
    public static readonly ClassifierProvenance Provenance = new("run-1", RunWeights.LastEpoch, "quick", "images", "abcdef", "a split", 3, 2, "1234567", [new(RunWeights.LastEpoch, RunSet.Test, 0.5, 7, 9)]);

    private static readonly InkMargins Margins = new(0.6, 0.1);

    /// <summary>A head for images of 32 px on an untrained VGG19.</summary>
    public static SymbolClassifier Vgg19(int seed = 5, params string[] labels)
    {
        torch.manual_seed(seed);
        labels = labels.Length > 0 ? labels : ["a", "b", "c"];
        var network = Vgg19Base.OpenUntrained(Vgg19Preprocessing.Scaled, TinyDataset.Device);
        var head = new Vgg19Head(Vgg19Base.FeaturesOf(32), labels.Length);
        return new(new(RunArchitecture.Vgg19, labels, 32, Margins, default, ClassifierBase.Of(network), Provenance), new Vgg19Network(network, head), TinyDataset.Device);
    }

    public static SymbolClassifier AlexNet()
    {
        torch.manual_seed(5);
        var model = new Network(3, Activation.Tanh, Network.SmallestSize);
        return new(new(RunArchitecture.AlexNet, ["a", "b", "c"], Network.SmallestSize, Margins, Activation.Tanh, Base: null, Provenance), new AlexNetNetwork(model), TinyDataset.Device);
    }

    public static SymbolClassifier SymbolNet(ClassifierCalibration? calibration = null)
    {
        torch.manual_seed(5);
        var description = new ClassifierDescription(RunArchitecture.SymbolNet, ["a", "b", "c"], MathSymbols.Models.SymbolNet.Size, Margins, default, Base: null, Provenance) { Calibration = calibration ?? new(1.5, 0.6) };
        return new(description, new SymbolNetNetwork(new(3)), TinyDataset.Device);
    }

    /// <summary>Images of several sizes with something on them.</summary>
    public static PixelImage[] Images(int count)
    {
        var random = new Random(11);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var planes = new byte[3 * (20 + random.Next(60)) * 40];
            random.NextBytes(planes);
            return new PixelImage(40, planes.Length / 120, planes);
        })];
    }
}
