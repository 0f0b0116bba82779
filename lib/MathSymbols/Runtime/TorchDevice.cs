namespace MathSymbols.Runtime;

/// <summary>What the tensors of this process are computed on.</summary>
/// <param name="Kind">cpu or cuda.</param>
/// <param name="Description">One line for a person: the device and how many threads it uses.</param>
/// <param name="Threads">Threads LibTorch uses within one operation on the CPU.</param>
/// <param name="LibTorchVersion">The version of LibTorch, such as 2.10.0.</param>
/// <param name="GpuCount">CUDA devices that LibTorch sees.</param>
public sealed record TorchDevice(DeviceKind Kind, string Description, int Threads, string LibTorchVersion, int GpuCount)
{
    /// <summary>The device as TorchSharp names it.</summary>
    public TorchSharp.torch.Device ToTorch() => TorchSharp.torch.device(Kind == DeviceKind.Cuda ? "cuda" : "cpu");
}
