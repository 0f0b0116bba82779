namespace MathSymbols.Models;

/// <summary>One of VGG19's convolutions: 3×3, stride 1, zero padding 1, followed by ReLU.</summary>
/// <param name="Name">The layer's name in Keras, such as block1_conv1.</param>
/// <param name="In">Channels of its input.</param>
/// <param name="Out">Channels of its output.</param>
/// <param name="PoolAfter">True when a 2×2 max-pool of stride 2 follows the ReLU.</param>
public sealed record Vgg19Convolution(string Name, int In, int Out, bool PoolAfter);
