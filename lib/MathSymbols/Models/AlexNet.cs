using MathSymbols.Runtime;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Models;

/// <summary>
/// The report's variant of AlexNet (Krizhevsky et al., 2012): valid padding, BatchNorm after each pool, 96-256-256-384-384 channels,
/// dense 4096-4096. Takes [N, 3, H, W] in 0…1, H and W at least 195, and gives logits [N, classes].
/// </summary>
public sealed class AlexNet : Module<Tensor, Tensor>
{
    /// <summary>The smallest height and width for which every layer has something to work on.</summary>
    public const int SmallestSize = 195;

    /// <summary>Units of the dense layers.</summary>
    internal const int DenseUnits = 4096;
    private const double DropoutRate = 0.5;

    private readonly Module<Tensor, Tensor> _layers;

    /// <summary>Builds the model with Keras' initial weights, drawn from torch's generator.</summary>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <param name="activation">Activation of the dense layers; the convolutions have ReLU.</param>
    /// <param name="size">Height and width of the images in pixels; decides how many values Flatten gives: 384 at 224.</param>
    /// <param name="device">Where its weights lie; null for the CPU.</param>
    public AlexNet(int classes, Activation activation = Activation.Relu, int size = 224, TorchDevice? device = null)
        : base(nameof(AlexNet))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        Size = size;
        _layers = Sequential(
            ("conv1", Conv2d(3, 96, 11, stride: 4)), ("relu1", ReLU()), ("pool1", MaxPool2d(3, 2)), ("norm1", KerasDefaults.BatchNorm(96)),
            ("conv2", Conv2d(96, 256, 5)), ("relu2", ReLU()), ("pool2", MaxPool2d(3, 2)), ("norm2", KerasDefaults.BatchNorm(256)),
            ("conv3", Conv2d(256, 256, 3)), ("relu3", ReLU()),
            ("conv4", Conv2d(256, 384, 3)), ("relu4", ReLU()),
            ("conv5", Conv2d(384, 384, 3)), ("relu5", ReLU()), ("pool5", MaxPool2d(3, 2)), ("norm5", KerasDefaults.BatchNorm(384)),
            ("flatten", Flatten()),
            ("dense1", Linear(Flattened(size), DenseUnits)), ("act1", Dense(activation)), ("dropout1", Dropout(DropoutRate)),
            ("dense2", Linear(DenseUnits, DenseUnits)), ("act2", Dense(activation)), ("dropout2", Dropout(DropoutRate)),
            ("predictions", Linear(DenseUnits, classes)));
        RegisterComponents();
        KerasDefaults.Initialize(this);
        if (device is not null) this.to(device.ToTorch());
    }

    /// <summary>Height and width of its images in pixels.</summary>
    public int Size { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.forward(input);

    /// <summary>How many values Flatten gives for images of a size.</summary>
    internal static int Flattened(int size)
    {
        var edge = Pooled(Pooled(Pooled((size - 11) / 4 + 1) - 4) - 6);
        return 384 * edge * edge;
    }

    private static int Pooled(int edge) => (edge - 3) / 2 + 1;

    private static Module<Tensor, Tensor> Dense(Activation activation) => activation == Activation.Tanh ? Tanh() : ReLU();
}
