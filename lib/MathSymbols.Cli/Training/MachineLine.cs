using System.Runtime.InteropServices;
using MathSymbols.Runtime;

namespace MathSymbols.Cli.Training;

/// <summary>Says in one line what a run is done on: device, threads and versions.</summary>
internal static class MachineLine
{
    public static string Of(TorchDevice device) => $"{device.Description}; {RuntimeInformation.OSDescription.Trim()}, {RuntimeInformation.FrameworkDescription}, LibTorch {device.LibTorchVersion}";
}
