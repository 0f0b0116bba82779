using System.Globalization;
using MathSymbols.Models;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>A head on VGG19 as a classifier's network. Its file holds the head and what the base makes of a built-in image; the base itself only where that was asked for.</summary>
internal sealed class Vgg19Network : ClassifierNetwork
{
    private const string HeadWeight = "head.weight";
    private const string HeadBias = "head.bias";
    private const string Probe = "base.probe";

    private readonly Vgg19Base _base;
    private readonly Vgg19Head _head;

    /// <summary>Takes both over.</summary>
    public Vgg19Network(Vgg19Base network, Vgg19Head head)
    {
        (_base, _head) = (network, head);
        _head.eval();
    }

    /// <summary>Reads it from a classifier's file, and finds its base: in the file, among the weights of this machine, or drawn again.</summary>
    /// <exception cref="ClassifierException">There is no base here, or another one.</exception>
    public static Vgg19Network Read(string path, ClassifierReader reader, ClassifierDescription description, Settings settings, TorchDevice device, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var features = Vgg19Base.FeaturesOf(description.Size);
        reader.Require(HeadWeight, description.Labels.Count, features);
        var network = FindBase(path, reader, description.Base!, settings, device, progress, cancellation);
        Vgg19Head? head = null;
        try
        {
            Compare(path, reader, network);
            head = new Vgg19Head(features, description.Labels.Count, device);
            reader.Read(HeadWeight, head.Weight);
            reader.Read(HeadBias, head.Bias);
            return new(network, head);
        }
        catch
        {
            head?.Dispose();
            network.Dispose();
            throw;
        }
    }

    public override ClassifierBase? Base => ClassifierBase.Of(_base);

    public override Tensor Logits(Tensor images)
    {
        using var scope = NewDisposeScope();

        // Rounded as the rows of the feature cache are, on which the head was trained and measured.
        return _head.forward(_base.forward(images).flatten(1).to(float16).to(float32)).MoveToOuterDisposeScope();
    }

    public override IEnumerable<TensorEntry> Entries(bool withBase)
    {
        yield return WeightsFile.Entry(HeadWeight, _head.Weight);
        yield return WeightsFile.Entry(HeadBias, _head.Bias);
        yield return new(Probe, TensorType.F32, [Vgg19Probe.Values], stream =>
        {
            using var features = Vgg19Probe.Features(_base);
            using var rounded = features.to(float32);
            stream.Write(rounded.bytes);
        });
        if (!withBase) yield break;
        foreach (var (layer, (kernel, bias)) in Vgg19Layout.Convolutions.Zip(_base.Layers))
        {
            yield return WeightsFile.Entry(KernelOf(layer), kernel);
            yield return WeightsFile.Entry(BiasOf(layer), bias);
        }
    }

    public override void Dispose()
    {
        _head.Dispose();
        _base.Dispose();
    }

    private static Vgg19Base FindBase(string path, ClassifierReader reader, ClassifierBase described, Settings settings, TorchDevice device, Action<DownloadProgress>? progress, CancellationToken cancellation)
    {
        if (reader.Has(KernelOf(Vgg19Layout.Convolutions[0])))
        {
            using var weights = Vgg19Weights.Of(Vgg19Layout.Convolutions.Select(Layer), described.Trained, described.Source);
            return new(weights, described.Preprocessing, device);
        }

        if (!described.Trained) return Vgg19Base.OpenUntrained(described.Preprocessing, device);
        var obtained = Vgg19WeightsFile.Obtain(settings, progress, cancellation);
        return obtained.Available ? Vgg19Base.Open(settings, described.Preprocessing, device, progress, cancellation)
            : throw new ClassifierException($"'{path}' stands on VGG19's ImageNet weights, which it does not hold. {obtained.Reason}");

        (Tensor Kernel, Tensor Bias) Layer(Vgg19Convolution layer)
        {
            cancellation.ThrowIfCancellationRequested();
            var kernel = reader.Read(KernelOf(layer), layer.Out, layer.In, ConvolutionWeights.Side, ConvolutionWeights.Side);
            try
            {
                return (kernel, reader.Read(BiasOf(layer), layer.Out));
            }
            catch
            {
                kernel.Dispose();
                throw;
            }
        }
    }

    // By behaviour, not by checksum: another file with nearly the same numbers will do.
    private static void Compare(string path, ClassifierReader reader, Vgg19Base network)
    {
        using var recorded = reader.Read(Probe, Vgg19Probe.Values);
        var similarity = Vgg19Probe.Similarity(network, recorded);
        if (similarity < Vgg19Probe.Accepted)
        {
            throw new ClassifierException(string.Create(
                CultureInfo.InvariantCulture,
                $"'{path}' was trained on another VGG19 than the one found here ({network.Source}): their features of a built-in image have a cosine of {similarity:0.0000}, and {Vgg19Probe.Accepted} is asked for; name the right weights with the setting vgg19-weights."));
        }
    }

    private static string KernelOf(Vgg19Convolution layer) => $"base.{layer.Name}.weight";

    private static string BiasOf(Vgg19Convolution layer) => $"base.{layer.Name}.bias";
}
