using MathSymbols.Storage;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Keeps one file of each sort of finding where it can be looked at afterwards, and counts the others.</summary>
/// <param name="folder">Made with the first finding.</param>
internal sealed class FuzzFindings(string folder)
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>What was found, and how often.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Adds a finding.</summary>
    /// <param name="what">What came of the file; one text, one sort.</param>
    /// <param name="name">A name for the file.</param>
    /// <param name="file">The file; asked for when it is the first of its sort.</param>
    public void Add(string what, string name, Func<FuzzCase> file)
    {
        _counts[what] = _counts.GetValueOrDefault(what) + 1;
        if (_counts[what] > 1) return;
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(folder);
        var found = file();
        found.Put(path);
        Console.WriteLine($"FOUND: {what}: {path}, {DiskSpace.Size(found.Bytes.Length + found.Hole)}");
    }
}
