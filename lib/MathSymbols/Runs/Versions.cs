using System.Reflection;
using System.Runtime.InteropServices;
using MathSymbols.Runtime;

namespace MathSymbols.Runs;

/// <summary>What a result was computed with.</summary>
public static class Versions
{
    /// <summary>Versions of MathSymbols, TorchSharp, LibTorch and .NET, by these names.</summary>
    /// <param name="device">Knows LibTorch's.</param>
    public static IReadOnlyDictionary<string, string> Of(TorchDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return new Dictionary<string, string>
        {
            ["MathSymbols"] = Of(typeof(Versions)),
            ["TorchSharp"] = Of(typeof(TorchSharp.torch.Tensor)),
            ["LibTorch"] = device.LibTorchVersion,
            [".NET"] = RuntimeInformation.FrameworkDescription,
        };
    }

    private static string Of(Type type)
    {
        var assembly = type.Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "unknown";
        return version.Split('+')[0];
    }
}
