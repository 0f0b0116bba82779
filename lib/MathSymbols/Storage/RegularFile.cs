using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MathSymbols.Storage;

/// <summary>
/// Opens files of other people's making. A pipe that nobody writes to would be waited for without end when it is opened, and a device
/// may never stop to give; both can stand in a folder under any name.
/// </summary>
internal static partial class RegularFile
{
    // From fcntl.h; the systems do not agree.
    private static readonly int Flags = OperatingSystem.IsMacOS() ? 0x0100_0004 : 0x0008_0800; // O_CLOEXEC | O_NONBLOCK, O_RDONLY being 0

    /// <summary>Opens a file for reading, from its start, without a buffer.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <exception cref="IOException">It is not there, cannot be read, or is a pipe, a socket or a terminal.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static FileStream Open(string path)
    {
        if (OperatingSystem.IsWindows()) return Ordinary(path);
        var handle = OpenAtOnce(path, Flags);

        // The ordinary way fails for the same reason, and says it in .NET's words.
        if (handle.IsInvalid || Directory.Exists(path))
        {
            handle.Dispose();
            return Ordinary(path);
        }

        var stream = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        if (stream.CanSeek) return stream;
        stream.Dispose();
        throw new IOException("it is a pipe or a device, no file");
    }

    /// <summary>Reads a file whole; of what has no length, such as a device, nothing.</summary>
    /// <param name="stream">From <see cref="Open"/>.</param>
    /// <param name="target">Receives as much as fits.</param>
    /// <returns>Bytes read: fewer than fit where the file has become shorter.</returns>
    public static int Read(FileStream stream, Span<byte> target) => FileReads.Read(stream.SafeFileHandle, target, 0);

    private static FileStream Ordinary(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle OpenAtOnce(string path, int flags);
}
