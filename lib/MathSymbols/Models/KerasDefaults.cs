using TorchSharp;
using TorchSharp.Modules;

namespace MathSymbols.Models;

/// <summary>Keras 2's defaults where they differ from torch's (keras.io/2.16/api: layers, optimizers).</summary>
public static class KerasDefaults
{
    /// <summary>BatchNormalization's momentum: the share of the old running statistics that is kept.</summary>
    public const double BatchNormMomentum = 0.99;

    /// <summary>BatchNormalization's epsilon; torch has 1e-5.</summary>
    public const double BatchNormEpsilon = 1e-3;

    /// <summary>Adam's epsilon; torch has 1e-8.</summary>
    public const double AdamEpsilon = 1e-7;

    /// <summary>Adam's learning rate.</summary>
    public const double LearningRate = 1e-3;

    /// <summary>A BatchNorm over [N, C, H, W] with Keras' momentum and epsilon. torch counts momentum from the other end.</summary>
    /// <param name="channels">C.</param>
    public static BatchNorm2d BatchNorm(long channels) => torch.nn.BatchNorm2d(channels, eps: BatchNormEpsilon, momentum: 1 - BatchNormMomentum);

    /// <summary>Sets weights as Keras does: Glorot-uniform kernels (Glorot and Bengio, 2010), zero biases.</summary>
    /// <param name="module">Its convolutions and linear layers are set, however deep they lie.</param>
    public static void Initialize(torch.nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var noGradient = torch.no_grad();
        foreach (var layer in module.modules())
        {
            var (weight, bias) = layer switch
            {
                Conv2d convolution => (convolution.weight, convolution.bias),
                Linear linear => (linear.weight, linear.bias),
                _ => (null, null),
            };
            if (weight is null) continue;
            torch.nn.init.xavier_uniform_(weight);
            if (bias is not null) torch.nn.init.zeros_(bias);
        }
    }

    /// <summary>Adam with Keras' epsilon.</summary>
    /// <param name="module">The model whose parameters it moves.</param>
    /// <param name="learningRate">The learning rate, above 0.</param>
    public static torch.optim.Optimizer Adam(torch.nn.Module module, double learningRate = LearningRate)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learningRate);
        return torch.optim.Adam(module.parameters(), learningRate, eps: AdamEpsilon);
    }
}
