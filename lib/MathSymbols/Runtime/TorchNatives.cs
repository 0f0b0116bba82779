using System.Runtime.InteropServices;
using MathSymbols.Storage;

namespace MathSymbols.Runtime;

/// <summary>
/// Loads LibTorch by absolute path before TorchSharp's first use, so that TorchSharp finds it by name and nothing is copied.
/// </summary>
/// <remarks>
/// libLibTorchSharp.so demands the symbol version GLIBCXX_3.4.32 (GCC 13.2). Its only symbol of that version is
/// std::ios_base_library_init(), which no relocation uses, so on hosts with an older libstdc++ a copy with the demand marked weak works.
/// </remarks>
internal static class TorchNatives
{
    private const string TooNewVersion = "GLIBCXX_3.4.32";

    private static readonly Lock Gate = new();
    private static NativeLoad? _outcome;

    /// <summary>Loads everything once; later calls return the first outcome. Never throws.</summary>
    public static NativeLoad Load()
    {
        lock (Gate) return _outcome ??= TryLoad();
    }

    private static NativeLoad TryLoad()
    {
        try
        {
            HeapTuning.Apply();
            foreach (var pattern in Dependencies())
            {
                if (NativeLocations.Find(pattern) is { } path) NativeLibrary.Load(path);
                else if (pattern.Contains("torch_cpu", StringComparison.Ordinal)) return Missing(pattern);
            }

            var binding = BindingName();
            return NativeLocations.Find(binding) is { } found ? LoadBinding(found) : Missing(binding);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return NativeLoad.Failed(new TorchBackendException($"LibTorch could not be loaded: {e.Message.Split('\n')[0].TrimEnd('.')}. The command doctor says what else this machine lacks.", e));
        }
    }

    private static NativeLoad LoadBinding(string path)
    {
        if (NativeLibrary.TryLoad(path, out _)) return new(path, Mended: false, Error: null);
        if (!OperatingSystem.IsLinux()) NativeLibrary.Load(path); // Throws with the loader's own reason.
        var mended = Mend(path);
        NativeLibrary.Load(mended);
        return new(mended, Mended: true, Error: null);
    }

    /// <summary>Writes the mended copy, or finds the one that is there already, judged by its content.</summary>
    private static string Mend(string path)
    {
        var image = File.ReadAllBytes(path);
        if (!ElfVersionNeeds.MakeWeak(image, TooNewVersion)) NativeLibrary.Load(path); // Another reason: let the loader say it.
        var name = $"{Path.GetFileNameWithoutExtension(path)}-{Convert.ToHexStringLower(System.IO.Hashing.XxHash128.Hash(image))}.so";
        try
        {
            return Place(Path.Combine(WorkFolder.Locate().Natives, name), image);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The work folder cannot be written to; the content is compared, so a shared folder will do as well.
            return Place(Path.Combine(Path.GetTempPath(), $"mathsymbols-{Environment.UserName}", name), image);
        }
    }

    private static string Place(string copy, byte[] image)
    {
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(image)) AtomicFile.Write(copy, image);
        return copy;
    }

    private static NativeLoad Missing(string file) => NativeLoad.Failed(new TorchBackendException(
        $"LibTorch's file '{file}' is in none of {string.Join(", ", NativeLocations.Folders().Select(f => $"'{f}'"))}: run `dotnet build -c Release` in the solution's folder, which restores it."));

    private static string BindingName() =>
        OperatingSystem.IsWindows() ? "LibTorchSharp.dll" : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";

    // In the order in which one needs the other. The CUDA files exist only in a CUDA build.
    private static string[] Dependencies() => OperatingSystem.IsWindows()
        ? ["libiomp5md.dll", "uv.dll", "c10.dll", "torch_cpu.dll", "c10_cuda.dll", "torch_cuda.dll", "torch.dll"]
        : OperatingSystem.IsMacOS()
            ? ["libomp.dylib", "libc10.dylib", "libtorch_cpu.dylib", "libtorch.dylib"]
            : ["libgomp-*.so.1", "libc10.so", "libtorch_cpu.so", "libc10_cuda.so", "libtorch_cuda.so", "libtorch.so"];
}
