namespace MathSymbols.Notebooks.Format;

/// <summary>The lines that start a cell: <c>#!</c> and a kernel's name, well-known or from the notebook's header.</summary>
internal sealed class CellMarkers
{
    private readonly HashSet<string> _names = KernelNames.WellKnown();
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    /// <summary>Whether a line looks like one.</summary>
    internal static bool MayBe(string line) => line.StartsWith("#!", StringComparison.Ordinal);

    /// <summary>Adds what a header names.</summary>
    internal void Add(NotebookHeader header)
    {
        _names.UnionWith(header.Names.Append(header.DefaultLanguage));
        foreach (var kernel in header.Kernels)
        {
            foreach (var alias in kernel.Aliases) _aliases[alias] = kernel.Name;
        }
    }

    /// <summary>The kernel that a line starts a cell of; null for any other line.</summary>
    internal string? Kernel(string line)
    {
        if (!MayBe(line)) return null;
        var name = line[2..];
        if (_names.Contains(name)) return name;
        name = _aliases.GetValueOrDefault(name, KernelNames.Resolve(name));
        return _names.Contains(name) ? name : null;
    }
}
