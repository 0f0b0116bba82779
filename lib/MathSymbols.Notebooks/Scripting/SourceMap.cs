namespace MathSymbols.Notebooks.Scripting;

/// <summary>Remembers the text behind each script path, so that an error can show its line.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, CellSource> _sources = new(StringComparer.Ordinal);

    /// <summary>Registers a source and gives the path the compiler is to know it by.</summary>
    internal string Add(string folder, CellSource source)
    {
        // Not a real file: what matters is the folder, which relative paths in #r and #load start from.
        var path = Path.Combine(folder, $"{source.Name}#{_sources.Count + 1}");
        _sources[path] = source;
        return path;
    }

    internal CellSource? Find(string? path) => path is null ? null : _sources.GetValueOrDefault(path);
}
