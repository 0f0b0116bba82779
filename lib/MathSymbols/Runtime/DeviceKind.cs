namespace MathSymbols.Runtime;

/// <summary>Where a person wants the computation to run.</summary>
public enum DeviceKind
{
    /// <summary>CUDA if there is one, else the CPU.</summary>
    Auto,

    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU; it is an error when there is none.</summary>
    Cuda,
}
