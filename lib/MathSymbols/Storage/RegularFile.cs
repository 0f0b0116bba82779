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
    /// <exception cref="UnfitFileException">It is a pipe, a socket or a terminal.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static FileStream Open(string path) => new(OpenHandle(path), FileAccess.Read, bufferSize: 0);

    /// <summary>As <see cref="Open"/>, for reading at any place.</summary>
    /// <param name="path">The file, or a link to it.</param>
    public static SafeFileHandle OpenHandle(string path)
    {
        if (OperatingSystem.IsWindows()) return Ordinary(path);
        var handle = OpenAtOnce(path, Flags);

        // The ordinary way fails for the same reason, and says it in .NET's words.
        if (handle.IsInvalid || Directory.Exists(path))
        {
            handle.Dispose();
            return Ordinary(path);
        }

        try
        {
            _ = RandomAccess.GetLength(handle);
            return handle;
        }
        catch (NotSupportedException)
        {
            handle.Dispose();
            throw new UnfitFileException(path, "it is a pipe or a device, no file");
        }
    }

    /// <summary>Reads a text whole.</summary>
    /// <param name="path">The file; UTF-8, or as its byte-order mark says.</param>
    /// <param name="limit">Bytes it may have; one of <see cref="Limits"/>.</param>
    /// <exception cref="UnfitFileException">It is a pipe, a socket or a terminal, or has more bytes; a device may give them without end.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static string ReadText(string path, int limit)
    {
        using var reader = new StreamReader(ReadBytes(path, limit));
        return reader.ReadToEnd();
    }

    /// <summary>Reads a text line by line; see <see cref="ReadText"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limit">Bytes it may have.</param>
    public static IEnumerable<string> ReadLines(string path, int limit)
    {
        using var reader = new StreamReader(ReadBytes(path, limit));
        while (reader.ReadLine() is { } line) yield return line;
    }

    /// <summary>Why a file could not be read, in words that go behind its name.</summary>
    /// <param name="error">What its opening or reading threw.</param>
    /// <param name="path">The file, as it was opened.</param>
    public static string Why(Exception error, string path) => error switch
    {
        UnfitFileException unfit => unfit.Reason,
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        UnauthorizedAccessException => "access is denied",
        ArgumentException => "its name is none",
        _ => error.Message.Replace($"'{Path.GetFullPath(path)}'", "", StringComparison.Ordinal).Replace($"'{path}'", "", StringComparison.Ordinal).TrimEnd(' ', '.', ':'),
    };

    /// <summary>Reads a file whole; of what has no length, such as a device, nothing.</summary>
    /// <param name="stream">From <see cref="Open"/>.</param>
    /// <param name="target">Receives as much as fits.</param>
    /// <returns>Bytes read: fewer than fit where the file has become shorter.</returns>
    public static int Read(FileStream stream, Span<byte> target) => FileReads.Read(stream.SafeFileHandle, target, 0);

    /// <summary>Passes on a file's bytes from where it stands, as many as it has by its length: a device has none, and no end.</summary>
    /// <param name="stream">From <see cref="Open"/>.</param>
    /// <param name="buffer">Room to work in.</param>
    /// <param name="take">Told each piece.</param>
    public static void Pass(FileStream stream, byte[] buffer, Action<ReadOnlySpan<byte>> take)
    {
        for (var left = stream.Length - stream.Position; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0) return;
            take(buffer.AsSpan(0, read));
            left -= read;
        }
    }

    // Counted as it comes: a device tells no length, and a file may grow.
    private static MemoryStream ReadBytes(string path, int limit)
    {
        using var stream = Open(path);
        Require(stream.Length);
        var content = new MemoryStream((int)stream.Length);
        var buffer = new byte[1 << 16];
        for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            Require(content.Length + read);
            content.Write(buffer, 0, read);
        }

        content.Position = 0;
        return content;

        void Require(long length)
        {
            if (length > limit) throw new UnfitFileException(path, $"it is longer than {DiskSpace.Size(limit)}, the most that is read of such a file");
        }
    }

    private static SafeFileHandle Ordinary(string path) => File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle OpenAtOnce(string path, int flags);
}
