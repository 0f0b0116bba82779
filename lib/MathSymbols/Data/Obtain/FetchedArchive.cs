using MathSymbols.Storage;

namespace MathSymbols.Data.Obtain;

/// <summary>An archive on this machine's disk; one that was downloaded is held against other processes.</summary>
public sealed class FetchedArchive : IDisposable
{
    private readonly FileLock? _lock;

    internal FetchedArchive(string path, FileLock? held) => (FilePath, _lock) = (path, held);

    /// <summary>Where it is.</summary>
    public string FilePath { get; }

    /// <summary>Deletes it if it was downloaded: it is used up, or good for nothing. A person's own file stays.</summary>
    public void Discard()
    {
        if (_lock is not null) File.Delete(FilePath);
    }

    /// <summary>Gives it back; it stays for the next try unless it was discarded.</summary>
    public void Dispose() => _lock?.Dispose();
}
