using TorchSharp;

namespace MathSymbols.Runtime;

/// <summary>TorchSharp made ready: natives loaded, device chosen, threads and seed set.</summary>
public static class TorchRuntime
{
    /// <summary>Loads LibTorch if that has not happened yet.</summary>
    /// <exception cref="TorchBackendException">It cannot be loaded; the message says what is missing and what to do.</exception>
    public static NativeLoad Load()
    {
        var outcome = TorchNatives.Load();
        return outcome.Error is null ? outcome : throw outcome.Error;
    }

    /// <summary>Loads LibTorch if that has not happened yet, and never throws: the outcome holds the error.</summary>
    public static NativeLoad TryLoad() => TorchNatives.Load();

    /// <summary>Loads LibTorch, chooses the device, sets LibTorch's threads, has GPUs compute in full 32 bits, and seeds the generators.</summary>
    /// <param name="settings">Device, threads and seed.</param>
    /// <exception cref="TorchBackendException">LibTorch cannot be loaded, or CUDA was asked for and there is none.</exception>
    public static TorchDevice Start(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Load();
        return StartLoaded(settings);
    }

    /// <summary>Seeds LibTorch's generators, on all devices.</summary>
    /// <param name="seed">The seed.</param>
    public static void Seed(long seed)
    {
        using var generator = torch.manual_seed(seed);
    }

    // Apart, so that TorchSharp is not touched before Load has had its say.
    private static TorchDevice StartLoaded(Settings settings)
    {
        var kind = Choose(settings.Device);
        var threads = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount;
        torch.set_num_threads(threads);
        Seed(settings.Seed);
        // A GPU's convolutions drop 13 of the 23 bits of each mantissa by default; in full, a run says nearly the same of an image on any device.
        torch.backends.cudnn.allow_tf32 = false;
        torch.backends.cuda.matmul.allow_tf32 = false;
        var description = kind == DeviceKind.Cuda
            ? $"CUDA: the first of {torch.cuda.device_count()} GPU{(torch.cuda.device_count() == 1 ? "" : "s")}"
            : $"CPU: {ProcessorName.Read()}, {threads} thread{(threads == 1 ? "" : "s")}";
        return new(kind, description, threads, torch.__version__, torch.cuda.is_available() ? torch.cuda.device_count() : 0);
    }

    private static DeviceKind Choose(DeviceKind wanted)
    {
        if (wanted == DeviceKind.Cpu) return DeviceKind.Cpu;
        if (torch.cuda.is_available()) return DeviceKind.Cuda;
        return wanted == DeviceKind.Auto
            ? DeviceKind.Cpu
            : throw new TorchBackendException("CUDA was asked for, but LibTorch finds no CUDA device: build with TorchBackend=cuda-linux or cuda-windows on a machine with an NVIDIA GPU and driver, or set the device to auto.");
    }
}
