using System.Runtime.InteropServices;

namespace MathSymbols.Models.Winograd;

/// <summary>Floats outside the managed heap, at a cache line's start.</summary>
internal readonly unsafe ref struct NativeBuffer(int count)
{
    private const int CacheLine = 64;

    public float* Floats { get; } = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), CacheLine);

    public void Dispose() => NativeMemory.AlignedFree(Floats);
}
