namespace MathSymbols.Storage;

/// <summary>Tells a disk without room from other failures to write.</summary>
internal static class FullDisk
{
    // No space, quota used up, file too large for the file system: ENOSPC, EDQUOT (Linux, macOS), EFBIG; ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL on Windows.
    private static readonly int[] Codes = OperatingSystem.IsWindows() ? [39, 112] : OperatingSystem.IsMacOS() ? [28, 69, 27] : [28, 122, 27];

    /// <summary>True when that is why something could not be written.</summary>
    public static bool Caused(IOException error) => Codes.Contains(error.HResult & 0xFFFF);
}
