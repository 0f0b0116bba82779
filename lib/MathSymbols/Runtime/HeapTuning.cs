using System.Runtime.InteropServices;

namespace MathSymbols.Runtime;

/// <summary>
/// Lets glibc keep the memory of freed tensors. By default it gives every block over 32 MB back to the kernel at once, and the next
/// batch pays a page fault for each 4 KB of it: AlexNet's training step then takes four times as long.
/// </summary>
internal static class HeapTuning
{
    // malloc.h: M_TRIM_THRESHOLD and M_MMAP_MAX.
    private const int TrimThreshold = -1;
    private const int MapMaximum = -4;

    /// <summary>Serves large blocks from the heap, not by mmap, and keeps up to 2 GiB of freed heap. Does nothing without glibc.</summary>
    public static void Apply() => Ask(() =>
    {
        _ = Set(MapMaximum, 0);
        _ = Set(TrimThreshold, int.MaxValue);
    });

    /// <summary>Gives freed memory back to the kernel. For the end of a training: the next would only fill the gaps of this one by chance. Does nothing without glibc.</summary>
    public static void GiveBack() => Ask(() => _ = Trim(0));

    private static void Ask(Action call)
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            call();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library: slower, and it keeps what it keeps, but right.
        }
    }

    [DllImport("libc.so.6", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Trim(nuint pad);

    [DllImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set(int parameter, int value);
}
