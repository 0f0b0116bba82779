using System.Security.Cryptography;

namespace MathSymbols.Notebooks.Watching;

/// <summary>
/// Tells which notebooks an edit touches. It looks at the files every now and then instead of being told of changes: that works on every file
/// system, and however an editor or a build replaces a file. Times and lengths say when to look closer; contents decide.
/// </summary>
internal sealed class WatchedFiles
{
    private readonly IReadOnlyList<string> _notebooks;
    private readonly TimeSpan _interval;
    private List<string> _contents;
    private string _stamps;

    internal WatchedFiles(IReadOnlyList<string> notebooks, TimeSpan interval)
    {
        (_notebooks, _interval) = (notebooks, interval);
        _stamps = Stamps();
        _contents = Contents();
    }

    /// <summary>Waits for the next edit to come to rest; the first of the notebooks that it touches.</summary>
    internal async Task<int> ChangedAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(_interval, cancellation);
            var stamps = Stamps();
            if (stamps == _stamps) continue;
            _stamps = stamps;

            // Still moving, as in the middle of a build.
            await Task.Delay(_interval, cancellation);
            if (Stamps() != _stamps) continue;
            var before = _contents;
            _contents = Contents();
            var first = Enumerable.Range(0, _notebooks.Count).FirstOrDefault(i => before[i] != _contents[i], -1);
            if (first >= 0) return first;
        }
    }

    private string Stamps() => string.Join('\n', _notebooks.SelectMany(NotebookSources.Of).Distinct().Select(f => new FileInfo(f)).Select(f => f.Exists ? $"{f.FullName} {f.LastWriteTimeUtc.Ticks} {f.Length}" : f.FullName));

    private List<string> Contents()
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        string Hash(string file)
        {
            if (!hashes.TryGetValue(file, out var hash)) hashes[file] = hash = Content(file);
            return hash;
        }

        return [.. _notebooks.Select(n => string.Join('\n', NotebookSources.Of(n).Order(StringComparer.Ordinal).Select(f => $"{f} {Hash(f)}")))];
    }

    private static string Content(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "none";
        }
    }
}
