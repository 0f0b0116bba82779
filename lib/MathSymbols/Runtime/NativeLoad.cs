namespace MathSymbols.Runtime;

/// <summary>How loading LibTorch went.</summary>
/// <param name="Binding">The libLibTorchSharp file in use; null when loading failed.</param>
/// <param name="Mended">True when the host's libstdc++ is older than the file asks for and an adapted copy is in use.</param>
/// <param name="Error">Why LibTorch cannot be used; null when it can.</param>
public sealed record NativeLoad(string? Binding, bool Mended, TorchBackendException? Error)
{
    internal static NativeLoad Failed(TorchBackendException error) => new(null, Mended: false, error);
}
