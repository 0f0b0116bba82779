using MathSymbols.Models.Winograd;
using MathSymbols.Runtime;
using MathSymbols.Storage;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>
/// VGG19 without its dense layers (Simonyan and Zisserman, 2015), frozen: Keras' <c>VGG19(include_top=False)</c> with <c>trainable = False</c>, and what is done to an image before it. Takes [N, 3, H, W] in 0…1, H and W at least 32,
/// and gives [N, 512, H / 32, W / 32]. No gradient flows through it.
/// </summary>
public sealed class Vgg19Base : nn.Module<Tensor, Tensor>
{
    /// <summary>The smallest height and width of an image: five pools halve it.</summary>
    public const int SmallestSize = 32;

    /// <summary>Channels of what it gives.</summary>
    public const int Channels = 512;

    // Not the settings' seed: heads with other seeds stand on the same base.
    private const int UntrainedSeed = 19;

    // Blue, green, red: ImageNet's mean pixel, as keras.applications.imagenet_utils has it.
    private static readonly float[] ImageNetMean = [103.939f, 116.779f, 123.68f];

    private readonly List<(Tensor Kernel, Tensor Bias)> _layers = [];
    private readonly WinogradVgg19? _fast;

    /// <summary>Copies the weights.</summary>
    /// <param name="weights">The weights; they stay the caller's.</param>
    /// <param name="preprocessing">What is done to an image first.</param>
    /// <param name="device">Where it computes; null for the CPU.</param>
    /// <param name="plain">True to use LibTorch's convolutions also where our own are faster.</param>
    public Vgg19Base(Vgg19Weights weights, Vgg19Preprocessing preprocessing = Vgg19Preprocessing.Scaled, TorchDevice? device = null, bool plain = false)
        : base("vgg19")
    {
        ArgumentNullException.ThrowIfNull(weights);
        (Preprocessing, Trained, Source, Note, Digest) = (preprocessing, weights.Trained, weights.Source, weights.Note, weights.Digest);
        foreach (var (layer, (kernel, bias)) in Vgg19Layout.Convolutions.Zip(weights.Layers)) _layers.Add((Register($"{layer.Name}_kernel", kernel, device), Register($"{layer.Name}_bias", bias, device)));
        if (!plain && device is not { Kind: DeviceKind.Cuda } && FastVectors.Supported) _fast = new(_layers);
    }

    /// <summary>What is done to an image first.</summary>
    public Vgg19Preprocessing Preprocessing { get; }

    /// <summary>False when its weights were drawn: then nothing is transferred.</summary>
    public bool Trained { get; }

    /// <summary>Where its weights are from, for people.</summary>
    public string Source { get; }

    /// <summary>One sentence when there is no weights' file, or one that is not Keras' own, byte for byte; otherwise null.</summary>
    public string? Note { get; private init; }

    /// <summary>Hash of its weights; see <see cref="Vgg19Weights.Digest"/>.</summary>
    public string Digest { get; }

    /// <summary>Kernel [O, I, 3, 3] and bias [O] of each convolution; they stay the base's.</summary>
    internal IReadOnlyList<(Tensor Kernel, Tensor Bias)> Layers => _layers;

    /// <summary>Whether our own convolutions are used.</summary>
    public bool Fast => _fast is not null;

    /// <summary>How many values an image has after it, flattened: 25,088 at 224 px.</summary>
    /// <param name="size">Height and width of the images in pixels, at least <see cref="SmallestSize"/>.</param>
    public static int FeaturesOf(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        return Channels * (size / SmallestSize) * (size / SmallestSize);
    }

    /// <summary>The base that <see cref="Open"/> gives where there are no weights.</summary>
    internal static Vgg19Base OpenUntrained(Vgg19Preprocessing preprocessing, TorchDevice device)
    {
        using var weights = Vgg19Weights.Untrained(UntrainedSeed);
        return new(weights, preprocessing, device);
    }

    /// <summary>The base with the weights there are: those of the file that is found or downloaded, else untrained ones. See <see cref="Vgg19WeightsFile.Obtain(Settings, Action{DownloadProgress}, CancellationToken)"/>.</summary>
    /// <param name="settings">Weights, work folder, and whether to download.</param>
    /// <param name="preprocessing">What is done to an image first.</param>
    /// <param name="device">Where it computes.</param>
    /// <param name="progress">Told how far a download is.</param>
    /// <param name="cancellation">Ends download and reading.</param>
    /// <exception cref="WeightsException">The file is damaged, or holds another network: its features of a built-in image are not VGG19's.</exception>
    public static Vgg19Base Open(Settings settings, Vgg19Preprocessing preprocessing, TorchDevice device, Action<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var obtained = Vgg19WeightsFile.Obtain(settings, progress, cancellation);
        using var weights = obtained.Available ? Vgg19Weights.Read(obtained.FilePath, cancellation) : Vgg19Weights.Untrained(UntrainedSeed);
        var network = new Vgg19Base(weights, preprocessing, device) { Note = weights.Note ?? obtained.Reason };
        try
        {
            Require(network);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private static void Require(Vgg19Base network)
    {
        if (!network.Trained) return;
        var similarity = Vgg19Probe.Similarity(network);
        if (similarity < Vgg19Probe.Accepted) throw new WeightsException(FormattableString.Invariant($"'{network.Source}' does not hold VGG19's ImageNet weights: its features of a built-in image have a cosine of {similarity:0.0000} with VGG19's, and {Vgg19Probe.Accepted} is asked for; get Keras' file '{Vgg19WeightsFile.Name}'."));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The images are not float32, [N, 3, H, W] with H and W of at least <see cref="SmallestSize"/>.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dtype != ScalarType.Float32 || input.shape is not [_, 3, >= SmallestSize, >= SmallestSize])
            throw new ArgumentException($"VGG19 takes float32 images [N, 3, H, W] of at least {SmallestSize} px, not {input.dtype} [{string.Join(", ", input.shape)}].", nameof(input));
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return Convolve(Prepare(input)).MoveToOuterDisposeScope();
    }

    /// <summary>The layers alone, for images that are prepared.</summary>
    internal Tensor Convolve(Tensor images)
    {
        using var noGradient = no_grad();
        if (_fast is not null) return _fast.Forward(images);
        var maps = images.alias();
        foreach (var (layer, weights) in Vgg19Layout.Convolutions.Zip(_layers))
        {
            // Each layer's maps are freed as soon as the next has read them.
            using var before = maps;
            maps = Convolve(before, layer, weights);
        }

        return maps;
    }

    private static Tensor Convolve(Tensor maps, Vgg19Convolution layer, (Tensor Kernel, Tensor Bias) weights)
    {
        using var scope = NewDisposeScope();
        var outputs = nn.functional.conv2d(maps, weights.Kernel, weights.Bias, padding: [1, 1]).relu_();
        if (layer.PoolAfter) outputs = nn.functional.max_pool2d(outputs, 2, 2);
        return outputs.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _fast?.Dispose();
        base.Dispose(disposing);
    }

    private Tensor Prepare(Tensor images)
    {
        if (Preprocessing == Vgg19Preprocessing.Scaled) return images;
        var mean = tensor(ImageNetMean, device: images.device).reshape(1, ImageNetMean.Length, 1, 1);
        return images.flip(1) * Number.Of(255) - mean;
    }

    private Parameter Register(string name, Tensor weights, TorchDevice? device)
    {
        var parameter = new Parameter(device is null ? weights.clone() : weights.to(device.ToTorch(), copy: true), requires_grad: false);
        register_parameter(name, parameter);
        return parameter;
    }
}
