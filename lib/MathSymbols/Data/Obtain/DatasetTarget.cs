using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>The folder that a dataset is unpacked into, held against other processes that want to unpack there, too.</summary>
public sealed class DatasetTarget : IDisposable
{
    private readonly FileLock _lock;

    private DatasetTarget(string folder, FileLock held) => (Folder, _lock) = (folder, held);

    /// <summary>The folder's absolute path; a link to it is followed.</summary>
    public string Folder { get; }

    /// <summary>Where the images are collected before the folder appears as a whole.</summary>
    internal string Temporary => Folder + ".unpacking" + AtomicFile.TemporarySuffix;

    /// <summary>Takes the folder, when no other process has it any more. What a process that was killed has left is removed.</summary>
    /// <param name="folder">The folder; the one above it is created when it is missing.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DataException">It holds something that is no dataset.</exception>
    public static DatasetTarget Take(string folder, CancellationToken cancellation)
    {
        _ = Existing(folder);
        var full = Resolve(folder);
        var held = FileLock.Acquire(full + ".lock", cancellation);
        var target = new DatasetTarget(full, held);
        target.RemoveLeftovers();
        return target;
    }

    /// <summary>The images that a folder holds already; null when it is missing or empty.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataException">It holds something, but no images.</exception>
    public static ImageFolder? Existing(string folder)
    {
        var full = Resolve(folder);
        if (File.Exists(full)) throw new DataException($"'{full}' is a file: name a folder with --to.");
        if (!Directory.Exists(full) || !Directory.EnumerateFileSystemEntries(full).Any()) return null;
        try
        {
            return ImageFolder.Open(full);
        }
        catch (DataException e)
        {
            throw new DataException($"'{full}' holds no images, but is not empty, and nothing in it is overwritten: empty it, or name another folder with --to.", e);
        }
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose() => _lock.Dispose();

    /// <summary>Puts what was collected in place.</summary>
    internal void PutInPlace()
    {
        // It is empty, or this throws.
        if (Directory.Exists(Folder)) Directory.Delete(Folder);
        Directory.Move(Temporary, Folder);
    }

    /// <summary>Removes what was collected and is not in place.</summary>
    internal void RemoveLeftovers()
    {
        if (Directory.Exists(Temporary)) Directory.Delete(Temporary, recursive: true);
    }

    private static string Resolve(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new DirectoryInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
    }
}
