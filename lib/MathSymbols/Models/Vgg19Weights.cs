using System.Security.Cryptography;
using MathSymbols.Data.Random;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>The weights of VGG19's convolutions, from Keras' file or drawn at random.</summary>
public sealed class Vgg19Weights : IDisposable
{
    private Vgg19Weights(IReadOnlyList<(Tensor Kernel, Tensor Bias)> layers, bool trained, string source, string? note)
    {
        (Layers, Trained, Source, Note) = (layers, trained, source, note);
        Digest = Hash(layers);
    }

    /// <summary>Kernel [O, I, 3, 3] and bias [O] of each convolution of <see cref="Vgg19Layout"/>, in its order; float32, on the CPU, finite. They belong to this object.</summary>
    public IReadOnlyList<(Tensor Kernel, Tensor Bias)> Layers { get; }

    /// <summary>True for weights from a file; false for drawn ones, with which nothing is transferred.</summary>
    public bool Trained { get; }

    /// <summary>Where they are from, for people: the file's name, or "untrained, seed N".</summary>
    public string Source { get; }

    /// <summary>SHA-256 over the values of all kernels and biases in order: 64 hexadecimal digits, the same for the same values whatever file they are from.</summary>
    public string Digest { get; }

    /// <summary>One sentence when the file is not Keras' own, byte for byte; otherwise null.</summary>
    public string? Note { get; }

    /// <summary>Reads a Keras HDF5 file.</summary>
    /// <param name="path">Keras' file, or one of its layout: a group a layer, kernels [3, 3, I, O], biases [O], float32.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="WeightsException">The file is missing, cannot be read, is damaged, or holds another network.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public static Vgg19Weights Read(string path, CancellationToken cancellation = default) => Read(path, Vgg19Layout.Convolutions, cancellation);

    /// <summary>Reads a file of another layout.</summary>
    internal static Vgg19Weights Read(string path, IReadOnlyList<Vgg19Convolution> layout, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = KerasWeightsFile.Open(path);
        List<(Tensor Kernel, Tensor Bias)> layers = [];
        try
        {
            foreach (var layer in layout)
            {
                cancellation.ThrowIfCancellationRequested();
                layers.Add(ConvolutionWeights.FromKeras(layer, file.Kernel(layer), file.Bias(layer)));
            }

            return new(layers, trained: true, Path.GetFileName(path), file.Note(cancellation));
        }
        catch
        {
            Free(layers);
            throw;
        }
    }

    /// <summary>Weights as an untrained Keras model has them: Glorot-uniform kernels, zero biases. The same on every machine; torch's generators are neither used nor moved.</summary>
    /// <param name="seed">Seeds the draw.</param>
    public static Vgg19Weights Untrained(int seed)
    {
        var generator = MersenneTwister.FromSeed((uint)seed);
        return new([.. Vgg19Layout.Convolutions.Select(c => ConvolutionWeights.Draw(c, generator.NextDouble))], trained: false, $"untrained, seed {seed}", note: null);
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose() => Free(Layers);

    /// <summary>Weights that are there already; the object takes them over.</summary>
    /// <param name="layers">Kernel and bias of each convolution of <see cref="Vgg19Layout"/>, in its order; when the enumeration throws, those it has given are freed.</param>
    /// <param name="trained">See <see cref="Trained"/>.</param>
    /// <param name="source">See <see cref="Source"/>.</param>
    internal static Vgg19Weights Of(IEnumerable<(Tensor Kernel, Tensor Bias)> layers, bool trained, string source)
    {
        List<(Tensor Kernel, Tensor Bias)> taken = [];
        try
        {
            foreach (var layer in layers) taken.Add(layer);
            return new(taken, trained, source, note: null);
        }
        catch
        {
            Free(taken);
            throw;
        }
    }

    private static void Free(IEnumerable<(Tensor Kernel, Tensor Bias)> layers)
    {
        foreach (var (kernel, bias) in layers)
        {
            kernel.Dispose();
            bias.Dispose();
        }
    }

    private static string Hash(IReadOnlyList<(Tensor Kernel, Tensor Bias)> layers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (kernel, bias) in layers)
        {
            hash.AppendData(kernel.bytes);
            hash.AppendData(bias.bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
