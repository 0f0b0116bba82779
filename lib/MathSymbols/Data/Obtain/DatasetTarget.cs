using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>The folder that a dataset is unpacked into, held against other processes that want to unpack there, too.</summary>
public sealed class DatasetTarget : IDisposable
{
    private readonly UnpackingPlace _place;
    private readonly FileLock _lock;

    private DatasetTarget(UnpackingPlace place, FileLock held) => (_place, _lock) = (place, held);

    /// <summary>The folder's absolute path; a link to it is followed.</summary>
    public string Folder => _place.Folder;

    /// <summary>Where the images are collected before they are put in place.</summary>
    internal string Temporary => _place.Collected;

    /// <summary>
    /// Takes the folder, when no other process with the same work folder has it any more. What a process that was killed has left is
    /// put in place if it was whole, and removed if not.
    /// </summary>
    /// <param name="folder">The folder; the one above it is created when it is missing.</param>
    /// <param name="work">Where it is noted that the folder is taken.</param>
    /// <param name="waiting">Told once when another process has it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DataException">It holds something that is no dataset, cannot be made or written to, or is where downloads are kept.</exception>
    public static DatasetTarget Take(string folder, WorkFolder work, Action? waiting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        _ = Existing(folder);
        var full = Resolve(folder);
        if (Holds(full, work.Downloads) || Holds(work.Downloads, full))
            throw new DataException($"'{full}' and the work folder's '{work.Downloads}' are not apart: name another folder with --to.");

        // In the work folder, so that nothing stays beside the dataset.
        var held = FileLock.Acquire(Path.Combine(work.Downloads, $"target-{NameHash.Of(full)}{Download.LockSuffix}"), cancellation, waiting);
        try
        {
            var place = UnpackingPlace.For(full);
            place.Finish();
            place.Try();
            return new(place, held);
        }
        catch (Exception e)
        {
            held.Dispose();
            if (e is IOException or UnauthorizedAccessException) throw Unusable(full, e);
            throw;
        }
    }

    /// <summary>The images that a folder holds already; null when it is missing or empty, or what is there was not yet put in place as a whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataException">It holds something, but no images.</exception>
    public static ImageFolder? Existing(string folder)
    {
        var full = Resolve(folder);
        if (FileIn(full) is { } file) throw new DataException($"'{file}' is a file{(file == full ? "" : $", and so cannot hold the folder '{full}'")}: name a folder with --to.");
        if (UnpackingPlace.IsEmpty(full)) return null;
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
    internal void PutInPlace() => _place.PutInPlace();

    /// <summary>Removes what was collected and is not in place.</summary>
    internal void RemoveLeftovers() => _place.RemoveLeftovers();

    private static string Resolve(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return new DirectoryInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
    }

    // Of the path and those above it, the one that is a file; null mostly.
    private static string? FileIn(string? path)
    {
        for (; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path)) return path;
            if (Directory.Exists(path)) return null;
        }

        return null;
    }

    private static bool Holds(string outer, string inner) => Closed(inner).StartsWith(Closed(outer), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private static string Closed(string path) => Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;

    private static DataException Unusable(string full, Exception error) => new(
        error switch
        {
            PathTooLongException => $"The name of the folder '{full}' is longer than this system takes: name another with --to.",
            IOException io when FullDisk.Caused(io) => $"The disk of '{full}' is full: make room there, or name another folder with --to.",
            _ => $"The folder '{full}' cannot be made or written to: look at its permissions and those of the one above it, or name another folder with --to.",
        },
        error);
}
