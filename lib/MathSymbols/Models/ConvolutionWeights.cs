using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>Makes the tensors of one convolution.</summary>
internal static class ConvolutionWeights
{
    /// <summary>Height and width of every kernel.</summary>
    public const int Side = 3;

    /// <summary>Float32 on the CPU from values in Keras' order, height, width, in, out, and the biases.</summary>
    /// <returns>[O, I, 3, 3] and [O]; the caller owns both.</returns>
    public static (Tensor Kernel, Tensor Bias) FromKeras(Vgg19Convolution convolution, float[] kernel, float[] bias)
    {
        using var keras = tensor(kernel, [Side, Side, convolution.In, convolution.Out]);
        using var turned = keras.permute(3, 2, 0, 1);
        return (turned.contiguous().DetachFromDisposeScope(), tensor(bias).DetachFromDisposeScope());
    }

    /// <summary>Keras' initial values: a Glorot-uniform kernel (Glorot and Bengio, 2010), zero biases.</summary>
    /// <returns>[O, I, 3, 3] and [O]; the caller owns both.</returns>
    public static (Tensor Kernel, Tensor Bias) Draw(Vgg19Convolution convolution, Func<double> next)
    {
        var limit = Math.Sqrt(6.0 / (Side * Side * (convolution.In + convolution.Out)));
        var kernel = new float[Side * Side * convolution.In * convolution.Out];
        for (var i = 0; i < kernel.Length; i++) kernel[i] = (float)(limit * (2 * next() - 1));
        return FromKeras(convolution, kernel, new float[convolution.Out]);
    }
}
