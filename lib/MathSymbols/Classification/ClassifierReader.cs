using MathSymbols.Models;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Classification;

/// <summary>The tensors of a classifier's file. Nothing is allocated by what the description says that the file's tensors do not bear out, and no tensor may be left over.</summary>
/// <param name="file">The file.</param>
internal sealed class ClassifierReader(SafetensorsFile file)
{
    private readonly HashSet<string> _left = [.. file.Tensors.Keys];

    /// <summary>Whether a tensor is there.</summary>
    public bool Has(string name) => file.Tensors.ContainsKey(name);

    /// <summary>Throws when a tensor is missing, or has another type or shape.</summary>
    public void Require(string name, params ReadOnlySpan<long> shape)
    {
        if (!file.Tensors.TryGetValue(name, out var info)) throw Unfit($"the tensor '{name}' is missing");
        if (info.Type != TensorType.F32 || !info.Shape.SequenceEqual([.. shape])) throw Unfit($"the tensor '{name}' is {info.Type} {HeaderFormat.Quote(info.Shape)} instead of F32 [{string.Join(", ", shape.ToArray())}]");
    }

    /// <summary>Copies a tensor's values.</summary>
    /// <exception cref="ClassifierException">It is missing, has another type or shape, or a value is no finite number.</exception>
    public void Read(string name, Tensor target)
    {
        try
        {
            WeightsFile.ReadTensor(file, name, target);
        }
        catch (SafetensorsException e)
        {
            throw new ClassifierException(e.Message, e);
        }

        _left.Remove(name);
        if (!FiniteWeights.Are(target)) throw Unfit($"the tensor '{name}' holds something that is no finite number");
    }

    /// <summary>A new float32 tensor on the CPU with a tensor's values; the caller owns it.</summary>
    public Tensor Read(string name, params ReadOnlySpan<long> shape)
    {
        Require(name, shape);
        var tensor = empty(shape.ToArray(), ScalarType.Float32).DetachFromDisposeScope();
        try
        {
            Read(name, tensor);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Throws when a tensor was not read.</summary>
    public void RequireAll()
    {
        if (_left.Count > 0) throw Unfit($"it holds a tensor {Printable.Quote(_left.Order(StringComparer.Ordinal).First())} that does not belong there");
    }

    private ClassifierException Unfit(string how) => new($"'{file.FilePath}' cannot be read as a classifier: {how}; save it again.");
}
