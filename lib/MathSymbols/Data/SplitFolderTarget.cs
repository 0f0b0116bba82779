using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>The folder that a split is written into, held against other processes that want to write there, too.</summary>
internal sealed class SplitFolderTarget : IDisposable
{
    private readonly string _folder;
    private readonly FileLock _lock;

    private SplitFolderTarget(string folder, FileLock held) => (_folder, _lock) = (folder, held);

    /// <summary>Where the files are collected before the folder appears as a whole.</summary>
    public string Temporary => _folder + ".splitting" + AtomicFile.TemporarySuffix;

    /// <summary>Takes the folder. What a process that was killed has left is removed.</summary>
    /// <param name="folder">The folder; it must not exist, or be empty.</param>
    /// <exception cref="DataException">It holds something, or another process is writing it.</exception>
    public static SplitFolderTarget Take(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        RequireEmpty(full);
        var held = FileLock.TryAcquire(full + ".splitting.lock", passing: true) ?? throw new DataException($"Another process is writing '{full}': wait for it, or name another folder.");
        var target = new SplitFolderTarget(full, held);
        target.RemoveLeftovers();
        return target;
    }

    /// <summary>Puts what was collected in place.</summary>
    /// <exception cref="DataException">The folder has been filled meanwhile.</exception>
    public void PutInPlace()
    {
        RequireEmpty(_folder);
        if (Directory.Exists(_folder)) Directory.Delete(_folder);
        Directory.Move(Temporary, _folder);
    }

    /// <summary>Removes what was collected and is not in place, and gives the folder back.</summary>
    public void Dispose()
    {
        RemoveLeftovers();
        _lock.Dispose();
    }

    private static void RequireEmpty(string folder)
    {
        if (File.Exists(folder)) throw new DataException($"'{folder}' is a file: name a new folder.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new DataException($"'{folder}' is not empty, and nothing in it is overwritten: name a new folder.");
    }

    private void RemoveLeftovers()
    {
        if (Directory.Exists(Temporary)) Directory.Delete(Temporary, recursive: true);
    }
}
