using MathSymbols.Storage.Safetensors;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>A model's weights and statistics in a safetensors file, under the names of its state dictionary.</summary>
public static class WeightsFile
{
    /// <summary>Writes a model's tensors; a kill at any moment leaves the old file or the new.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="model">The model.</param>
    /// <param name="metadata">What else is to be known about them, by name.</param>
    public static void Write(string path, nn.Module model, IReadOnlyDictionary<string, string>? metadata = null) =>
        SafetensorsWriter.Write(path, metadata ?? new Dictionary<string, string>(), [.. Entries(model)]);

    /// <summary>What a model's tensors take, in bytes.</summary>
    /// <param name="model">The model.</param>
    public static long Bytes(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.state_dict().Values.Sum(t => t.numel() * t.element_size());
    }

    /// <summary>Reads a model's tensors.</summary>
    /// <param name="path">A file that <see cref="Write"/> has written.</param>
    /// <param name="model">A model of the same architecture.</param>
    /// <exception cref="SafetensorsException">The file is damaged, or its tensors are another model's.</exception>
    public static void Read(string path, nn.Module model)
    {
        using var file = SafetensorsFile.Open(path);
        file.VerifyChecksum();
        Read(file, model);
    }

    /// <summary>Reads those tensors of a file that a prefix marks as the model's.</summary>
    internal static void Read(SafetensorsFile file, nn.Module model, string prefix = "")
    {
        foreach (var (name, tensor) in model.state_dict()) ReadTensor(file, prefix + name, tensor);
    }

    /// <summary>A model's tensors, ready to be written; they are read when the file is.</summary>
    internal static IEnumerable<TensorEntry> Entries(nn.Module model, string prefix = "") =>
        model.state_dict().Select(p => Entry(prefix + p.Key, p.Value));

    internal static TensorEntry Entry(string name, Tensor tensor) => new(name, TypeOf(tensor), tensor.shape, stream =>
    {
        using var plain = Plain(tensor);
        stream.Write(plain.bytes);
    });

    /// <summary>Copies a tensor's values from a file.</summary>
    internal static void ReadTensor(SafetensorsFile file, string name, Tensor target)
    {
        if (!file.Tensors.TryGetValue(name, out var info)) throw Unfit("is missing");
        if (info.Type != TypeOf(target) || !info.Shape.SequenceEqual(target.shape))
            throw Unfit($"is {info.Type} {HeaderFormat.Quote(info.Shape)} instead of {TypeOf(target)} {HeaderFormat.Quote(target.shape)}");
        using var noGradient = no_grad();
        using var read = empty(target.shape, target.dtype);
        file.Read(name, read.bytes);
        target.copy_(read);

        SafetensorsException Unfit(string how) => new($"The weights in '{file.FilePath}' are another model's: the tensor '{name}' {how}.");
    }

    // Contiguous and on the CPU, where its bytes can be read; an owner of its own in any case.
    private static Tensor Plain(Tensor tensor)
    {
        using var noGradient = no_grad();
        using var detached = tensor.detach();
        using var host = detached.cpu();
        return host.contiguous();
    }

    private static TensorType TypeOf(Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => TensorType.F32,
        ScalarType.Float64 => TensorType.F64,
        ScalarType.Int64 => TensorType.I64,
        ScalarType.Byte => TensorType.U8,
        ScalarType.Bool => TensorType.Bool,
        var other => throw new NotSupportedException($"Tensors of {other} are not written."),
    };
}
