namespace MathSymbols.Storage;

/// <summary>Writes files so that a kill at any moment leaves the old file or the new one, never a part.</summary>
public static class AtomicFile
{
    /// <summary>What the names of unfinished files end with.</summary>
    public const string TemporarySuffix = ".tmp";

    /// <summary>Writes bytes to a temporary name in the same folder, flushes them to the disk and renames.</summary>
    /// <param name="path">The file to create or replace; its folder is created when it is missing.</param>
    /// <param name="content">The whole new content.</param>
    /// <exception cref="DiskSpaceException">The disk is full.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, static (stream, bytes) => stream.Write(bytes));

    /// <summary>Writes text as UTF-8 without a byte-order mark; see <see cref="Write(string, ReadOnlySpan{byte})"/>.</summary>
    /// <param name="path">The file to create or replace.</param>
    /// <param name="content">The whole new content.</param>
    public static void Write(string path, string content) => Write(path, System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Writes what does not fit in memory, or should not be copied; see <see cref="Write(string, ReadOnlySpan{byte})"/>.</summary>
    /// <param name="path">The file to create or replace; its folder is created when it is missing.</param>
    /// <param name="write">Writes the whole new content to a stream that can seek but not read; when it throws, the old file stays.</param>
    /// <exception cref="DiskSpaceException">The disk is full.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, write, static (stream, action) => action(stream));

    /// <summary>A name beside <paramref name="path"/> that no other process or thread uses.</summary>
    /// <param name="path">The final name; its folder is created when it is missing.</param>
    public static string TemporaryName(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return $"{full}.{Guid.NewGuid():N}{TemporarySuffix}";
    }

    private static void Write<T>(string path, T content, Action<FileStream, T> write)
        where T : allows ref struct
    {
        var temporary = TemporaryName(path);
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream, content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e)
        {
            File.Delete(temporary);
            if (e is IOException error && FullDisk.Caused(error)) throw FullDisk.While(path, error);
            throw;
        }
    }

    /// <summary>Deletes what writers of one file that were killed have left beside it. Only for whoever holds the file's lock: others may be writing.</summary>
    /// <param name="path">The final name; its folder is there.</param>
    public static void SweepBeside(string path)
    {
        foreach (var leftover in Directory.GetFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileName(path)}.*{TemporarySuffix}")) File.Delete(leftover);
    }

    /// <summary>Deletes what writers that were killed have left in a folder. Only for whoever holds the folder's lock: others may be writing.</summary>
    /// <param name="folder">The folder; its sub-folders count too.</param>
    public static void Sweep(string folder)
    {
        foreach (var leftover in Directory.GetFiles(folder, "*" + TemporarySuffix, SearchOption.AllDirectories)) File.Delete(leftover);
    }
}
