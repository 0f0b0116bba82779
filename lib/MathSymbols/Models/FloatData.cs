using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace MathSymbols.Models;

/// <summary>Reaches a tensor's values.</summary>
internal static unsafe class FloatData
{
    /// <summary>The first value of a contiguous float32 tensor on the CPU. By way of a part of it, since a span cannot be as long as the largest tensors.</summary>
    public static float* Of(Tensor tensor)
    {
        using var flat = tensor.view(-1);
        using var start = flat.narrow(0, 0, 1);
        return (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(start.bytes));
    }
}
