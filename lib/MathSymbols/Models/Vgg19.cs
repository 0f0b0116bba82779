using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>The report's second network: the frozen base, Flatten, and the head. Takes [N, 3, H, W] in 0…1 and gives logits [N, classes].</summary>
public sealed class Vgg19 : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> _layers;

    /// <summary>Puts a head on a base. They become this module's: it disposes of them.</summary>
    /// <param name="network">The frozen base.</param>
    /// <param name="head">A head for the features of the base.</param>
    public Vgg19(Vgg19Base network, Vgg19Head head)
        : base(nameof(Vgg19))
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(head);
        _layers = nn.Sequential(("vgg19", network), ("flattened", nn.Flatten()), ("head", head));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => _layers.forward(input);
}
