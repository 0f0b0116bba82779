using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MathSymbols.Models.Winograd;

/// <summary>Which vectors this processor has.</summary>
internal static class FastVectors
{
    /// <summary>Whether our own convolutions can run at all: AVX2 with fused multiply-add.</summary>
    public static bool Supported { get; } = Vector256.IsHardwareAccelerated && Fma.IsSupported;

    /// <summary>Whether AVX-512's can be used for a number of output channels.</summary>
    public static bool Wide(int channels) => Vector512.IsHardwareAccelerated && channels % RowKernel<Float512>.Columns == 0;

    /// <summary>Columns that <see cref="RowKernel{T}"/> does at once.</summary>
    public static int Columns(bool wide) => wide ? RowKernel<Float512>.Columns : RowKernel<Float256>.Columns;
}
