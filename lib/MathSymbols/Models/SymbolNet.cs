using MathSymbols.Runtime;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Models;

/// <summary>
/// A compact convolutional network for drawings of one symbol: six convolutions on a grey image of 48 × 48 pixels, two of them with a residual connection (He et al., CVPR 2016), the mean over the last maps, and one
/// dense layer. 502,835 parameters for 19 classes. Takes [N, C, H, W] in 0…1, of any number of channels, which are averaged, and of any size from 48 on, which is reduced; gives logits [N, classes], all 0 for a sheet on which
/// nothing stands out.
/// </summary>
public sealed class SymbolNet : Module<Tensor, Tensor>
{
    /// <summary>Height and width in pixels to which images are resized for it: as for the other models, so that all see the same pixels.</summary>
    public const int Size = 224;

    /// <summary>Height and width to which it reduces them itself, by the mean of what lies in a pixel: large enough for training images to be changed at.</summary>
    internal const int ReducedSize = 96;

    /// <summary>Channels of the last maps.</summary>
    internal const int Features = 192;

    internal const double DropoutRate = 0.2;

    // Every block of so many reduced pixels a side becomes one before the first convolution.
    private const int Pooling = 2;

    private readonly Module<Tensor, Tensor> _stem;
    private readonly Module<Tensor, Tensor> _down1;
    private readonly Module<Tensor, Tensor> _residual1;
    private readonly Module<Tensor, Tensor> _down2;
    private readonly Module<Tensor, Tensor> _residual2;
    private readonly Module<Tensor, Tensor> _down3;
    private readonly Module<Tensor, Tensor> _predictions;

    /// <summary>Builds the model with torch's initial weights, drawn from its generator.</summary>
    /// <param name="classes">How many classes there are, at least 2.</param>
    /// <param name="device">Where its weights lie; null for the CPU.</param>
    public SymbolNet(int classes, TorchDevice? device = null)
        : base(nameof(SymbolNet))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        _stem = Block(1, 32);
        _down1 = Block(32, 64, stride: 2);
        _residual1 = Block(64, 64);
        _down2 = Block(64, 128, stride: 2);
        _residual2 = Block(128, 128);
        _down3 = Block(128, Features, stride: 2);
        _predictions = Sequential(("dropout", Dropout(DropoutRate)), ("dense", Linear(Features, classes)));
        RegisterComponents();
        if (device is not null) this.to(device.ToTorch());
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var grey = Grey(input);
        return (Logits(Maps(InkPlane.Of(grey))) * InkPlane.IsThere(grey)).MoveToOuterDisposeScope();
    }

    /// <summary>Grey images [N, 1, 96, 96], or smaller ones as they are.</summary>
    /// <param name="images">[N, C, H, W].</param>
    internal static Tensor Reduce(Tensor images)
    {
        using var scope = NewDisposeScope();
        var grey = images.mean([1], keepdim: true);
        return (grey.size(2) > ReducedSize || grey.size(3) > ReducedSize ? functional.adaptive_avg_pool2d(grey, [ReducedSize, ReducedSize]) : grey).MoveToOuterDisposeScope();
    }

    /// <summary>The ink that it looks at, [N, 1, 48, 48].</summary>
    /// <param name="images">[N, C, H, W] in 0…1.</param>
    internal static Tensor Ink(Tensor images)
    {
        using var scope = NewDisposeScope();
        return InkPlane.Of(Grey(images)).MoveToOuterDisposeScope();
    }

    /// <summary>The last maps, [N, 192, 6, 6].</summary>
    /// <param name="ink">[N, 1, 48, 48].</param>
    internal Tensor Maps(Tensor ink)
    {
        using var scope = NewDisposeScope();
        var x = _stem.forward(ink);
        x = _down1.forward(x);
        x = _down2.forward(x + _residual1.forward(x));
        return _down3.forward(x + _residual2.forward(x)).MoveToOuterDisposeScope();
    }

    /// <summary>Logits [N, classes] of the last maps.</summary>
    internal Tensor Logits(Tensor maps)
    {
        using var scope = NewDisposeScope();
        return _predictions.forward(maps.mean([2, 3])).MoveToOuterDisposeScope();
    }

    private static Tensor Grey(Tensor images) => functional.avg_pool2d(Reduce(images), Pooling);

    private static Module<Tensor, Tensor> Block(long from, long to, long stride = 1) => Sequential(
        ("conv", Conv2d(from, to, 3, stride: stride, padding: 1, bias: false)), ("norm", BatchNorm2d(to)), ("relu", ReLU()));
}
