using MathSymbols.Runtime;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Models;

/// <summary>What the report puts on VGG19: dropout 0.5 and one dense layer. Takes features, [N, D], and gives logits [N, classes].</summary>
public sealed class Vgg19Head : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _layers;

    /// <summary>Builds the head with Keras' initial weights, drawn from torch's generator.</summary>
    /// <param name="features">D: 25,088 for images of 224 px.</param>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <param name="device">Where its weights lie; null for the CPU.</param>
    public Vgg19Head(int features, int classes, TorchDevice? device = null)
        : base(nameof(Vgg19Head))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        _layers = Sequential(("dropout", new HalfDropout()), ("predictions", Linear(features, classes)));
        RegisterComponents();
        KerasDefaults.Initialize(this);
        if (device is not null) this.to(device.ToTorch());
    }

    /// <summary>The dense layer's weights, [classes, D]; they stay the head's.</summary>
    internal Tensor Weight => _layers.get_parameter("predictions.weight")!;

    /// <summary>The dense layer's biases, [classes]; they stay the head's.</summary>
    internal Tensor Bias => _layers.get_parameter("predictions.bias")!;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.forward(input);
}
