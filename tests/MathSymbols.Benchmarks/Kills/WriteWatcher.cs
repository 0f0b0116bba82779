using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Kills;

/// <summary>Raises a signal at the n-th file that is begun, or renamed, in a folder.</summary>
internal sealed class WriteWatcher : IDisposable
{
    private readonly FileSystemWatcher _watcher;
    private int _left;

    public WriteWatcher(string folder, KillInstant instant, Action signal)
    {
        _left = instant.Occurrence;
        _watcher = new(folder) { NotifyFilter = NotifyFilters.FileName };
        if (instant.Moment == KillMoment.WriteBegun) _watcher.Created += (_, e) => Count(e.Name);
        if (instant.Moment == KillMoment.Renamed) _watcher.Renamed += (_, e) => Count(e.OldName);
        _watcher.EnableRaisingEvents = true;

        void Count(string? name)
        {
            if (name?.EndsWith(AtomicFile.TemporarySuffix, StringComparison.Ordinal) == true && Interlocked.Decrement(ref _left) == 0) signal();
        }
    }

    public void Dispose() => _watcher.Dispose();
}
