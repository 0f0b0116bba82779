using MathSymbols.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MathSymbols.Tests.Support;

/// <summary>A classifier of 8-pixel images that trains in no time, yet has what makes training hard to repeat: BatchNorm and dropout.</summary>
internal sealed class TinyModel : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> _layers;
    private readonly Action? _beforeForward;

    public TinyModel(int classes, bool tanh = false, Action? beforeForward = null)
        : base(nameof(TinyModel))
    {
        _beforeForward = beforeForward;
        _layers = Sequential(Flatten(), Linear(3 * 8 * 8, 6), tanh ? Tanh() : ReLU(), Unflatten(1, [6, 1, 1]), KerasDefaults.BatchNorm(6), Flatten(), Dropout(0.3), Linear(6, classes));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        _beforeForward?.Invoke();
        return _layers.forward(input);
    }

    public static byte[] Bytes(Module model) => [.. model.state_dict().Values.SelectMany(t => t.bytes.ToArray())];
}
