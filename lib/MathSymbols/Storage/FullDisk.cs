namespace MathSymbols.Storage;

/// <summary>Tells a disk without room from other failures to write.</summary>
internal static class FullDisk
{
    // No space, quota used up, file too large for the file system: ENOSPC, EDQUOT (Linux, macOS), EFBIG; ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL on Windows.
    private static readonly int[] Codes = OperatingSystem.IsWindows() ? [39, 112] : OperatingSystem.IsMacOS() ? [28, 69, 27] : [28, 122, 27];

    /// <summary>True when that is why something could not be written.</summary>
    public static bool Caused(IOException error) => Codes.Contains(error.HResult & 0xFFFF);

    /// <summary>The sentence for a file that was being written.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="error">One that was <see cref="Caused"/> so.</param>
    /// <param name="kept">What is still there, as it ends the sentence.</param>
    public static DiskSpaceException While(string path, IOException error, string kept = "what was there before stays") =>
        new($"The disk of '{Path.GetDirectoryName(Path.GetFullPath(path))}' became full while '{Path.GetFileName(path)}' was written: make room there and try again; {kept}.", error);
}
