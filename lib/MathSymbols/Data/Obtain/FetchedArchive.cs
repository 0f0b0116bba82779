using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>An archive on this machine's disk; one that was downloaded is held against other processes.</summary>
public sealed class FetchedArchive : IDisposable
{
    private readonly KeptArchive? _kept;
    private readonly FileLock? _lock;

    internal FetchedArchive(string path, string name) => (FilePath, Name) = (path, name);

    internal FetchedArchive(KeptArchive kept, string name, FileLock held)
        : this(kept.FilePath, name) => (_kept, _lock) = (kept, held);

    /// <summary>Where it is.</summary>
    public string FilePath { get; }

    /// <summary>Where it comes from, as a person knows it.</summary>
    public string Name { get; }

    /// <summary>Deletes it if it was downloaded: it is used up, or good for nothing. A person's own file stays.</summary>
    public void Discard() => _kept?.Delete();

    /// <summary>Gives it back; it stays for the next try unless it was discarded.</summary>
    public void Dispose() => _lock?.Dispose();

    /// <summary>Notes which images it has given if it was downloaded, since it will be gone when somebody asks.</summary>
    internal void Note(string listing) => _kept?.Note(listing);
}
